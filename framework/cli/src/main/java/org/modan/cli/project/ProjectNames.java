/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.project;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * What things are called in a plugin's project.
 *
 * @param id of the plugin, of the one extension it offers, and of its jar
 * @param packageName of its class
 */
public record ProjectNames(String id, String packageName) {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final String PLUGIN = "Plugin";

    /** Where a plugin's own classes would never be looked for. */
    private static final List<String> TAKEN =
            List.of("java", "javax", "org.modan", "ai.djl", "org.slf4j");

    /**
     * @throws IllegalArgumentException if one is no such name; the message names it and says what
     *     would be
     */
    public ProjectNames {
        requireNonNull(id, "id is null");
        requireNonNull(packageName, "packageName is null");
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no name of a plugin: write lower-case letters, digits and single dashes, a letter first, as in my-method"
                            .formatted(id));
        }
        if (!SourceVersion.isName(packageName) || !packageName.equals(lowerCase(packageName))) {
            throw new IllegalArgumentException(
                    "'%s' is no name of a Java package; write it as in org.example.vision"
                            .formatted(packageName));
        }
        String dotted = packageName + ".";
        TAKEN.stream()
                .filter(taken -> dotted.startsWith(taken + "."))
                .findFirst()
                .ifPresent(
                        taken -> {
                            throw new IllegalArgumentException(
                                    "a plugin's class cannot be in %s: what is in %s comes from Modan or Java itself"
                                            .formatted(packageName, taken));
                        });
    }

    /** The names that follow from an id: {@code my-method} lives in the package mymethod. */
    public static ProjectNames of(String id) {
        String plain = id.replace("-", "");
        // A package may not be called "new" or "native", and an id may.
        return new ProjectNames(id, SourceVersion.isName(plain) ? plain : "the" + plain);
    }

    /** The plugin's class, such as {@code MyMethodPlugin}. */
    public String className() {
        String words =
                Arrays.stream(id.split("-"))
                        .map(
                                word ->
                                        word.substring(0, 1).toUpperCase(Locale.ROOT)
                                                + word.substring(1))
                        .collect(Collectors.joining());
        if (words.equals(PLUGIN)) {
            return "MyPlugin"; // the contract itself is called Plugin
        }
        return words.endsWith(PLUGIN) ? words : words + PLUGIN;
    }

    /** Where the package's sources lie below a source folder. */
    String packageFolder() {
        return packageName.replace('.', '/');
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
