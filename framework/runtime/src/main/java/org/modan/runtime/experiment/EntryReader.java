/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.modan.runtime.experiment.section.Section;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;

/** Reads a list of which every entry names an extension and has an id of its own. */
final class EntryReader {

    /** Ids become parts of file names, columns and paths of options. */
    static final Option<String> ID =
            Option.text("id", "what results call it")
                    .where(
                            "made of letters, digits, '-' and '_'",
                            Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}").asMatchPredicate())
                    .optional();

    /**
     * One entry.
     *
     * @param section where the rest of it is read
     * @param id unique in the list
     * @param kind of extension
     * @param extension that it names; empty if none such is installed, which was reported
     */
    record Entry(
            Section section,
            String id,
            ExtensionNames kind,
            Optional<ExtensionNames.Found> extension) {

        /** The name of the extension that was found. */
        String name() {
            return extension.orElseThrow().name();
        }

        /**
         * Reads the options of the extension.
         *
         * @param others keys that are read elsewhere
         * @return empty if something was reported
         */
        Optional<Options> readOptions(List<String> others) {
            List<String> all = new ArrayList<>(List.of(ID.name(), kind.key()));
            all.addAll(others);
            return extension.flatMap(found -> section.readAllBut(all, found.options()));
        }
    }

    private EntryReader() {}

    static List<Entry> read(Section experiment, String key, ExtensionNames kind) {
        List<Entry> entries = new ArrayList<>();
        Map<String, String> taken = new HashMap<>();
        for (Section section : experiment.sections(key)) {
            Optional<ExtensionNames.Found> extension = kind.read(section);
            section.readOnly(OptionSpec.of(ID));
            Optional<String> id = section.text(ID.name()).or(() -> section.text(kind.key()));
            if (id.isEmpty()) {
                continue; // reported as an id or a name that is empty
            }
            // Two files whose names differ in case only are one file on some systems.
            String first = taken.putIfAbsent(id.get().toLowerCase(Locale.ROOT), section.path());
            if (first != null) {
                section.report(
                        ID.name(),
                        "must be unique: '%s' is %s; set another id".formatted(id.get(), first));
            }
            entries.add(new Entry(section, id.get(), kind, extension));
        }
        return entries;
    }
}
