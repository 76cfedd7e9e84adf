/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.mrnet;

import java.util.List;
import java.util.Locale;

/** What an exam is labelled for. The second class is the finding. */
enum MrnetTask {
    ACL("intact", "tear"),
    ABNORMAL("normal", "abnormal"),
    MENISCUS("intact", "tear");

    private final List<String> classes;

    MrnetTask(String without, String with) {
        classes = List.of(without, with);
    }

    /** The task of an option's word, which the option has checked. */
    static MrnetTask of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** As files and options call it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<String> classes() {
        return classes;
    }
}
