/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.protocol;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.modan.runtime.text.DidYouMean;
import org.modan.runtime.text.Reasons;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/**
 * Published splits as RadImageNet has them: files {@code <prefix>_test_fold<N>.csv} and, if they
 * are there, {@code <prefix>_train_fold<N>.csv} and {@code <prefix>_val_fold<N>.csv}, each with a
 * header and two columns, an image's path and its label.
 */
final class FoldLists {

    private static final Pattern NAME =
            Pattern.compile("(.+)_(train|val|test)_fold(\\d{1,3})\\.csv", Pattern.CASE_INSENSITIVE);

    /**
     * A line of a list.
     *
     * @param list the file's name
     * @param line of it, from 1
     * @param path as it stands there
     * @param label as it stands there
     */
    record Entry(String list, long line, String path, String label) {

        /** The image's own name; lists and copies of a dataset agree in it, if in nothing else. */
        String fileName() {
            return FoldLists.fileName(path);
        }

        String place() {
            return list + ":" + line;
        }
    }

    private final Path folder;
    private final List<List<Entry>> test;
    private final List<List<Entry>> fitted;

    private FoldLists(Path folder, List<List<Entry>> test, List<List<Entry>> fitted) {
        this.folder = requireNonNull(folder, "folder is null");
        this.test = List.copyOf(test);
        this.fitted = List.copyOf(fitted);
    }

    /**
     * Reads the lists of one dataset.
     *
     * @param task what messages call it
     * @param prefix of the files' names; may be empty if the folder holds lists of one dataset only
     * @throws ModanException if there are none, some are missing, or one cannot be read
     */
    public static FoldLists read(String task, Path folder, Optional<String> prefix) {
        TreeSet<String> prefixes = new TreeSet<>();
        List<Path> files = files(task, folder);
        files.forEach(file -> matcher(file).ifPresent(name -> prefixes.add(name.group(1))));
        String chosen = choose(task, folder, prefix, prefixes);
        Map<String, SortedMap<Integer, Path>> byPart = new TreeMap<>();
        for (Path file : files) {
            matcher(file)
                    .filter(name -> name.group(1).equals(chosen))
                    .ifPresent(
                            name ->
                                    byPart.computeIfAbsent(
                                                    name.group(2).toLowerCase(Locale.ROOT),
                                                    part -> new TreeMap<>())
                                            .put(Integer.parseInt(name.group(3)), file));
        }
        SortedMap<Integer, Path> tests = byPart.getOrDefault("test", new TreeMap<>());
        refuseGaps(task, folder, chosen, tests);
        List<List<Entry>> test = new ArrayList<>();
        List<List<Entry>> fitted = new ArrayList<>();
        for (int number : tests.keySet()) {
            test.add(entries(tests.get(number)));
            List<Entry> rest = new ArrayList<>();
            for (String part : List.of("train", "val")) {
                Path list = byPart.getOrDefault(part, new TreeMap<>()).get(number);
                if (list != null) {
                    rest.addAll(entries(list));
                }
            }
            fitted.add(List.copyOf(rest));
        }
        return new FoldLists(folder, test, fitted);
    }

    /** The last part of a path, whichever system wrote it. */
    static String fileName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    Path folder() {
        return folder;
    }

    /** How many there are. */
    public int folds() {
        return test.size();
    }

    /** What a fold is tested on. */
    List<Entry> test(int fold) {
        return test.get(fold);
    }

    /** What a fold is fitted on, by the lists; empty if there are none but for testing. */
    List<Entry> fitted(int fold) {
        return fitted.get(fold);
    }

    private static Optional<Matcher> matcher(Path file) {
        return Optional.of(NAME.matcher(file.getFileName().toString())).filter(Matcher::matches);
    }

    private static List<Path> files(String task, Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "%s: no folder of fold lists at %s (%s); set folds.import"
                            .formatted(task, folder, Reasons.of(e)),
                    e);
        }
    }

    private static String choose(
            String task, Path folder, Optional<String> prefix, TreeSet<String> prefixes) {
        if (prefixes.isEmpty()) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "%s: no lists named <prefix>_test_fold1.csv and so on in %s; set folds.import to their folder"
                            .formatted(task, folder));
        }
        if (prefix.isPresent() && !prefixes.contains(prefix.get())) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "%s: no lists named %s_test_fold1.csv and so on in %s, but of %s%s"
                            .formatted(
                                    task,
                                    prefix.get(),
                                    folder,
                                    String.join(", ", prefixes),
                                    DidYouMean.suggest(prefix.get(), List.copyOf(prefixes))
                                            .map("; did you mean %s?"::formatted)
                                            .orElse("; set folds.prefix to one of these")));
        }
        if (prefix.isEmpty() && prefixes.size() > 1) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "%s: %s holds lists of %s; set folds.prefix to one of these"
                            .formatted(task, folder, String.join(", ", prefixes)));
        }
        return prefix.orElseGet(prefixes::first);
    }

    private static void refuseGaps(
            String task, Path folder, String prefix, SortedMap<Integer, Path> tests) {
        for (int number = 1; number <= Math.max(2, tests.size()); number++) {
            if (!tests.containsKey(number)) {
                throw new ModanException(
                        ErrorCode.CONFIGURATION,
                        "%s: %s has no %s_test_fold%d.csv, but folds %s; folds count from 1 without gaps, and there are at least 2"
                                .formatted(task, folder, prefix, number, tests.keySet()));
            }
        }
    }

    private static List<Entry> entries(Path file) {
        String name = file.getFileName().toString();
        CSVFormat format =
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .setIgnoreEmptyLines(true)
                        .setTrim(true)
                        .get();
        try (Reader reader = Files.newBufferedReader(file);
                CSVParser parser = format.parse(reader)) {
            List<Entry> entries = new ArrayList<>();
            for (CSVRecord row : parser) {
                if (row.size() < 2) {
                    throw unreadable(
                            file, "line %d has no label".formatted(parser.getCurrentLineNumber()));
                }
                entries.add(new Entry(name, parser.getCurrentLineNumber(), row.get(0), row.get(1)));
            }
            if (entries.isEmpty()) {
                throw unreadable(file, "it lists no image");
            }
            return List.copyOf(entries);
        } catch (CharacterCodingException e) {
            throw unreadable(file, "it is not UTF-8; save it as UTF-8");
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(file, e instanceof IOException io ? Reasons.of(io) : e.getMessage());
        }
    }

    private static ModanException unreadable(Path file, String reason) {
        return new ModanException(
                ErrorCode.CONFIGURATION, "%s is no list of a fold: %s".formatted(file, reason));
    }
}
