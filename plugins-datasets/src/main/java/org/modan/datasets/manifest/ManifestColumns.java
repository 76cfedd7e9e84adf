/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.manifest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.modan.datasets.files.DatasetRoot;
import org.modan.datasets.files.LayoutGuess;
import org.modan.datasets.files.NearestName;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.PluginContext;

/**
 * What each column of a table is.
 *
 * @param path the column of the images' paths
 * @param label the column of classes, if there is one
 * @param group the column of patients or exams, if there is one
 * @param metadata field -> column, all the others that have a name, in the table's order
 */
record ManifestColumns(
        int path, OptionalInt label, OptionalInt group, List<Map.Entry<String, Integer>> metadata) {

    ManifestColumns {
        metadata = List.copyOf(metadata);
    }

    /** The names of the metadata fields, in the table's order. */
    List<String> fields() {
        return metadata.stream().map(Map.Entry::getKey).toList();
    }

    /** Finds the columns in one table's header. */
    static final class Finder {

        private static final String PATH = "path";

        private final Path table;
        private final List<String> header;
        private final PluginContext context;

        Finder(Path table, List<String> header, PluginContext context) {
            this.table = table;
            this.header = header;
            this.context = context;
        }

        /**
         * @param names the columns a user named, by role: {@code path}, {@code label}, {@code
         *     group}; one that is not named is the column called like its role
         * @throws ModanException if a named column, or that of paths, is not there
         */
        ManifestColumns find(Map<String, String> names) {
            refuseRepeated();
            int path =
                    column(PATH, names)
                            .orElseThrow(() -> missing(PATH, names.getOrDefault(PATH, PATH)));
            OptionalInt label = column("label", names);
            OptionalInt group = column("group", names);
            List<Map.Entry<String, Integer>> metadata = new ArrayList<>();
            List<Integer> taken = List.of(path, label.orElse(path), group.orElse(path));
            int unnamed = 0;
            for (int i = 0; i < header.size(); i++) {
                if (header.get(i).isEmpty()) {
                    unnamed++;
                } else if (!taken.contains(i)) {
                    metadata.add(Map.entry(header.get(i), i));
                }
            }
            if (unnamed > 0) {
                context.warn(
                        "manifest: %d columns of %s have no name and were left out"
                                .formatted(unnamed, table));
            }
            return new ManifestColumns(path, label, group, metadata);
        }

        private OptionalInt column(String role, Map<String, String> names) {
            Optional<String> named = Optional.ofNullable(names.get(role));
            OptionalInt found = indexOf(named.orElse(role), named.isEmpty());
            if (found.isPresent() || role.equals(PATH)) {
                return found;
            }
            if (named.isPresent()) {
                throw missing(role, named.get());
            }
            NearestName.of(role, header)
                    .ifPresent(
                            nearest ->
                                    context.warn(
                                            "manifest: %s has no column '%s'; if '%s' is it, set %s-column: %s"
                                                    .formatted(
                                                            table, role, nearest, role, nearest)));
            return OptionalInt.empty();
        }

        /** A name a user wrote is taken as written; {@code Label} serves where none was. */
        private OptionalInt indexOf(String name, boolean anyCase) {
            int exact = header.indexOf(name);
            if (exact >= 0) {
                return OptionalInt.of(exact);
            }
            for (int i = 0; anyCase && i < header.size(); i++) {
                if (header.get(i).equalsIgnoreCase(name)) {
                    return OptionalInt.of(i);
                }
            }
            return OptionalInt.empty();
        }

        private void refuseRepeated() {
            Map<String, Integer> counts = new TreeMap<>();
            header.forEach(name -> counts.merge(name, 1, Integer::sum));
            List<String> repeated =
                    counts.entrySet().stream()
                            .filter(entry -> entry.getValue() > 1 && !entry.getKey().isEmpty())
                            .map(entry -> "'" + entry.getKey() + "'")
                            .toList();
            if (!repeated.isEmpty()) {
                throw problem(
                        "two columns are called %s; rename one"
                                .formatted(String.join(", ", repeated)));
            }
        }

        private ModanException missing(String role, String name) {
            String suggestion =
                    NearestName.of(name, header)
                            .map(nearest -> " (did you mean '" + nearest + "'?)")
                            .orElse("");
            return problem(
                    "there is no column '%s'%s; its columns are %s%s; set %s-column"
                            .formatted(
                                    name,
                                    suggestion,
                                    String.join(", ", header),
                                    role.equals(PATH) ? layoutHint() : "",
                                    role));
        }

        /** A table without paths may be a list that another dataset was published with. */
        private String layoutHint() {
            Path folder = table.toAbsolutePath().getParent();
            return LayoutGuess.hint(new DatasetRoot("manifest", "its folder", folder), "manifest");
        }

        private ModanException problem(String text) {
            return new ModanException(ErrorCode.DATASET, "manifest: %s: %s".formatted(table, text));
        }
    }
}
