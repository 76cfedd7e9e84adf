/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

/** Makes what was found wrong with a file fit for a terminal: it quotes the file's own text. */
final class PlainReason {

    private static final int LONGEST = 400;

    private PlainReason() {}

    static String of(Exception problem) {
        // Java's own readers say nothing where an entry of a zip ends too early.
        return problem.getMessage() == null
                ? "it cannot be read to its end"
                : plain(problem.getMessage());
    }

    /** Without control characters, and no longer than a few lines. */
    private static String plain(String text) {
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
        return shown.replaceAll("\\p{Cntrl}+", " ");
    }
}
