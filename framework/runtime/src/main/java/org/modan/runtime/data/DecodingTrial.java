/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.modan.runtime.cache.Claim;
import org.modan.runtime.cache.DamagedFileException;
import org.modan.runtime.cache.LastUse;
import org.modan.runtime.cache.NewFile;
import org.modan.runtime.text.Reasons;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.Sample;

/**
 * Decodes each image of a dataset once, to know which cannot be. That the others can is kept in the
 * cache. Those that cannot are tried again each time: they are few, and what was wrong may have
 * been a permission or a cable.
 */
final class DecodingTrial {

    private static final int CHUNK = 256;

    private final DatasetAdapter adapter;
    private final List<Sample> samples;
    private final Consumer<String> warnings;
    private final TreeMap<Integer, String> failures = new TreeMap<>();

    /**
     * @param samples of which the content could be read
     * @param warnings hears why nothing can be kept, and of waiting
     */
    DecodingTrial(DatasetAdapter adapter, List<Sample> samples, Consumer<String> warnings) {
        this.adapter = requireNonNull(adapter, "adapter is null");
        this.samples = List.copyOf(samples);
        this.warnings = requireNonNull(warnings, "warnings is null");
    }

    /**
     * The ids of the images that cannot be decoded, and why. Of several processes that ask for the
     * first time one decodes and the others wait.
     *
     * @param file keeps what is found
     * @throws CancellationException if the thread is interrupted
     */
    Map<String, String> failures(Path file) {
        find(file);
        Map<String, String> byId = new LinkedHashMap<>();
        failures.forEach((position, reason) -> byId.put(samples.get(position).id(), reason));
        return byId;
    }

    private void find(Path file) {
        try {
            Optional<DecodingVerdict> known = known(file);
            while (known.isEmpty()) {
                Files.createDirectories(file.getParent());
                try (Claim claim = Claim.of(file, this::tellOfWaiting)) {
                    if (claim.isFirst()) {
                        new NewFile(file).write(this::decodeAll, DecodingVerdict::read);
                        return;
                    }
                }
                known = known(file);
            }
            LastUse.note(file);
            decodeAgain(known.get(), file);
        } catch (IOException e) {
            tellOfNotKept(file, e);
            decodeAll();
        }
    }

    /** Empty if it has to be found. */
    private Optional<DecodingVerdict> known(Path file) throws IOException {
        try {
            DecodingVerdict verdict = DecodingVerdict.read(file);
            return Optional.of(verdict).filter(known -> known.images() == samples.size());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (DamagedFileException e) {
            warnings.accept("%s is damaged and is made again: %s".formatted(file, e.getMessage()));
            return Optional.empty();
        }
    }

    private void decodeAll() {
        failures.clear();
        for (int start = 0; start < samples.size(); start += CHUNK) {
            decode(chunk(start));
        }
    }

    private List<Integer> chunk(int start) {
        int end = Math.min(start + CHUNK, samples.size());
        return IntStream.range(start, end).boxed().toList();
    }

    /** Others can tell by the growing file that this process lives. */
    private void decodeAll(FileChannel channel) throws IOException {
        failures.clear();
        StringBuilder marks = new StringBuilder();
        for (int start = 0; start < samples.size(); start += CHUNK) {
            List<Integer> chunk = chunk(start);
            decode(chunk);
            StringBuilder added = new StringBuilder();
            chunk.forEach(
                    i ->
                            added.append(
                                    failures.containsKey(i)
                                            ? DecodingVerdict.BAD
                                            : DecodingVerdict.GOOD));
            write(channel, added.toString());
            marks.append(added);
        }
        write(channel, DecodingVerdict.seal(marks.toString()));
    }

    private void decodeAgain(DecodingVerdict known, Path file) {
        decode(known.bad());
        if (failures.keySet().equals(known.bad())) {
            return;
        }
        String marks = new DecodingVerdict(known.images(), failures.navigableKeySet()).marks();
        try {
            new NewFile(file)
                    .write(
                            channel -> write(channel, marks + DecodingVerdict.seal(marks)),
                            DecodingVerdict::read);
        } catch (IOException e) {
            tellOfNotKept(file, e);
        }
    }

    private void decode(Collection<Integer> positions) {
        refuseIfInterrupted();
        ConcurrentHashMap<Integer, String> found = new ConcurrentHashMap<>();
        positions.parallelStream()
                .forEach(
                        i -> {
                            try {
                                adapter.read(samples.get(i));
                            } catch (Exception e) {
                                found.put(i, Unreadable.reason(e));
                            }
                        });
        failures.putAll(found);
    }

    private static void write(FileChannel channel, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static void refuseIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted while images were tried");
        }
    }

    private void tellOfNotKept(Path file, IOException e) {
        refuseIfInterrupted();
        warnings.accept(
                "which images can be read cannot be kept in %s and is found anew each time: %s"
                        .formatted(file, Reasons.of(e)));
    }

    private void tellOfWaiting() {
        warnings.accept("another process is trying the same images; this one waits for it");
    }
}
