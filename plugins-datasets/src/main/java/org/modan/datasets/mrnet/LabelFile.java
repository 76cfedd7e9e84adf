/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.mrnet;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.modan.datasets.files.Problems;

/** The published labels of a part for a task: {@code train-acl.csv}, of lines {@code 0000,1}. */
final class LabelFile {

    private static final Pattern LINE = Pattern.compile("\uFEFF?\\s*([0-9]+)\\s*,\\s*([01])\\s*");

    private final Path file;

    LabelFile(Path home, String part, MrnetTask task) {
        file = home.resolve("%s-%s.csv".formatted(part, task.word()));
    }

    String name() {
        return file.getFileName().toString();
    }

    /**
     * The labels by exam, in the order of exams.
     *
     * @param problems hears of everything that is no label
     */
    Map<String, Integer> read(Problems problems) {
        Map<String, Integer> labels = new TreeMap<>();
        List<String> lines = lines(problems);
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = LINE.matcher(lines.get(i));
            if (lines.get(i).isBlank()) {
                continue;
            }
            if (!line.matches()) {
                problems.add(
                        "lines of %s are not an exam and 0 or 1, such as 0000,1".formatted(name()),
                        "line %d".formatted(i + 1));
            } else if (labels.put(line.group(1), Integer.valueOf(line.group(2))) != null) {
                problems.add("exams are in %s twice".formatted(name()), line.group(1));
            }
        }
        return labels;
    }

    private List<String> lines(Problems problems) {
        if (!Files.isRegularFile(file)) {
            problems.add("label files are not there", name());
            return List.of();
        }
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            problems.add("label files are not in UTF-8; save them as CSV UTF-8", name());
        } catch (IOException e) {
            problems.add("label files cannot be read; check their permissions", name());
        }
        return List.of();
    }
}
