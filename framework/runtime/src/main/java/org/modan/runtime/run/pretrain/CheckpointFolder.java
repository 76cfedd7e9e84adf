/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.pretrain;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.modan.nn.train.TrainingPosition;
import org.modan.runtime.text.Reasons;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/**
 * The checkpoints of one training, in its cell's folder: the last two, so that one is left if the
 * other is damaged. A file is named by the epochs done and the steps into the next: {@code
 * checkpoint-00012-000345.safetensors}. One that is damaged is set aside under its name and {@code
 * .damaged}, for whoever wants to know why, until the cell is done.
 */
final class CheckpointFolder {

    private static final Pattern NAME =
            Pattern.compile("checkpoint-(\\d{5,9})-(\\d{6,9})\\.safetensors");
    private static final Pattern UNFINISHED =
            Pattern.compile("\\.checkpoint-\\d+-\\d+\\.safetensors\\.tmp");
    private static final String SUFFIX_OF_DAMAGED = ".damaged";
    private static final Pattern DAMAGED = Pattern.compile(NAME + "\\.damaged");
    private static final int KEPT = 2;

    /**
     * What there is to go on from.
     *
     * @param checkpoint the newest that is whole
     * @param remarks which others were not, and what follows
     */
    record Found(Optional<Checkpoint> checkpoint, List<String> remarks) {

        Found {
            requireNonNull(checkpoint, "checkpoint is null");
            remarks = List.copyOf(remarks);
        }
    }

    private final Path folder;
    private final String cell;

    /** Those known to be whole, oldest first. */
    private final Deque<Path> whole = new ArrayDeque<>();

    /**
     * @param cell key of the training's cell
     */
    CheckpointFolder(Path folder, String cell) {
        this.folder = requireNonNull(folder, "folder is null");
        this.cell = requireNonNull(cell, "cell is null");
    }

    /**
     * The newest checkpoint that is whole; what a killed run left unfinished is removed.
     *
     * @throws ModanException if one cannot be read, which is no reason to take an older one
     */
    Found find() {
        deleteAll(list(UNFINISHED));
        whole.clear();
        List<String> remarks = new ArrayList<>();
        for (Path file : newestFirst()) {
            try {
                Checkpoint checkpoint = new CheckpointFile(file, cell).read();
                whole.add(file);
                return new Found(Optional.of(checkpoint), remarks);
            } catch (CheckpointFile.Damaged e) {
                remarks.add(
                        "%s is damaged: %s; it is set aside as %s"
                                .formatted(file.getFileName(), e.getMessage(), setAside(file)));
            }
        }
        if (!remarks.isEmpty()) {
            remarks.add("no checkpoint is whole, so training starts again");
        }
        return new Found(Optional.empty(), remarks);
    }

    /**
     * Adds a checkpoint, and removes all but the last two that are known to be whole: found or
     * written here.
     *
     * @throws ModanException if it cannot be written; those before it are left
     */
    void write(Checkpoint checkpoint) {
        Path file = folder.resolve(name(checkpoint.position()));
        new CheckpointFile(file, cell).write(checkpoint);
        whole.remove(file);
        whole.addLast(file);
        if (whole.size() > KEPT) {
            whole.removeFirst();
        }
        deleteAll(list(NAME).stream().filter(old -> !whole.contains(old)).toList());
    }

    /** The newest that is known to be whole. */
    Optional<Path> newest() {
        return Optional.ofNullable(whole.peekLast());
    }

    /** The newest there is; whether it is whole shows when it is read. */
    Optional<Path> last() {
        return newestFirst().stream().findFirst();
    }

    /** Removes all of them, once what they were for is kept. */
    void clear() {
        deleteAll(list(NAME));
        deleteAll(list(DAMAGED));
        deleteAll(list(UNFINISHED));
        whole.clear();
    }

    /** Where a training was, from the name of its checkpoint. */
    static String words(Path file) {
        Matcher matcher = matcher(file);
        return Resumption.words(
                Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    private static String name(TrainingPosition position) {
        return "checkpoint-%05d-%06d.safetensors"
                .formatted(position.epochsDone(), position.stepsDone());
    }

    private static Matcher matcher(Path file) {
        Matcher matcher = NAME.matcher(file.getFileName().toString());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no checkpoint: " + file);
        }
        return matcher;
    }

    /** Grows with the training. */
    private static long order(Path file) {
        Matcher matcher = matcher(file);
        return Long.parseLong(matcher.group(1)) * 1_000_000_000L + Long.parseLong(matcher.group(2));
    }

    private List<Path> newestFirst() {
        List<Path> files = list(NAME);
        files.sort(Comparator.comparing(CheckpointFolder::order).reversed());
        return files;
    }

    private Path setAside(Path damaged) {
        Path name = Path.of(damaged.getFileName() + SUFFIX_OF_DAMAGED);
        try {
            Files.move(damaged, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            return name;
        } catch (IOException e) {
            throw unusable(damaged, e);
        }
    }

    private List<Path> list(Pattern names) {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(
                    files.filter(file -> names.matcher(file.getFileName().toString()).matches())
                            .sorted()
                            .toList());
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    private static void deleteAll(List<Path> files) {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw unusable(file, e);
            }
        }
    }

    private static ModanException unusable(Path path, IOException e) {
        return new ModanException(ErrorCode.OUTPUT, "%s: %s".formatted(path, Reasons.of(e)), e);
    }
}
