/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.npy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what numpy writes of Python's literals: dictionaries, tuples and lists, texts, whole
 * numbers (with the {@code L} of Python 2), True and False. Nothing is evaluated.
 */
final class PythonLiteral {

    /** Deeper than any header goes; a limit, so that brackets cannot exhaust the stack. */
    private static final int MAX_DEPTH = 8;

    private final String text;
    private int at;
    private int depth;

    PythonLiteral(String text) {
        this.text = text;
    }

    /** The whole text as a dictionary. */
    Map<String, Object> dictionary() throws IOException {
        Map<String, Object> entries = new HashMap<>();
        expect('{');
        while (!next('}')) {
            String key = quoted();
            expect(':');
            if (entries.put(key, value()) != null) {
                throw damaged();
            }
            if (!next(',')) {
                expect('}');
                break;
            }
        }
        skipSpace();
        if (at < text.length()) {
            throw damaged();
        }
        return entries;
    }

    private Object value() throws IOException {
        skipSpace();
        char first = peek();
        if (first == '(') {
            return items('(', ')');
        }
        if (first == '[') {
            return items('[', ']');
        }
        if (first == '\'' || first == '"') {
            return quoted();
        }
        if (first == '-' || isDigit(first)) {
            return number();
        }
        return truth();
    }

    private List<Object> items(char open, char close) throws IOException {
        if (++depth > MAX_DEPTH) {
            throw damaged();
        }
        List<Object> items = new ArrayList<>();
        expect(open);
        while (!next(close)) {
            items.add(value());
            if (!next(',')) {
                expect(close);
                break;
            }
        }
        depth--;
        return items;
    }

    /** Escapes are refused: no name of a dtype has any. */
    private String quoted() throws IOException {
        skipSpace();
        char quote = peek();
        int end = text.indexOf(quote, at + 1);
        if ((quote != '\'' && quote != '"') || end < 0) {
            throw damaged();
        }
        String content = text.substring(at + 1, end);
        if (content.indexOf('\\') >= 0) {
            throw damaged();
        }
        at = end + 1;
        return content;
    }

    private Long number() throws IOException {
        int start = at;
        at++;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        String digits = text.substring(start, at);
        if (at < text.length() && text.charAt(at) == 'L') {
            at++;
        }
        try {
            return Long.valueOf(digits);
        } catch (NumberFormatException e) {
            throw damaged();
        }
    }

    private Boolean truth() throws IOException {
        for (String word : List.of("True", "False")) {
            if (text.startsWith(word, at)) {
                at += word.length();
                return word.equals("True");
            }
        }
        throw damaged();
    }

    private boolean next(char wanted) {
        skipSpace();
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char wanted) throws IOException {
        if (!next(wanted)) {
            throw damaged();
        }
    }

    private char peek() throws IOException {
        if (at >= text.length()) {
            throw damaged();
        }
        return text.charAt(at);
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private IOException damaged() {
        return new IOException(
                "damaged: its header cannot be read from character %d on".formatted(at));
    }
}
