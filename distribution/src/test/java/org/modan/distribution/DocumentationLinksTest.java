/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A page that points at another one, or at a heading, points at something. */
class DocumentationLinksTest {

    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`]*`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    private final Path root = Path.of(System.getProperty("modan.root"));

    @Test
    void everyLinkWithinTheProjectLeadsSomewhere() throws IOException {
        List<String> dead = new ArrayList<>();
        int links = 0;
        for (Path page : pages()) {
            String text = CODE.matcher(Files.readString(page)).replaceAll("");
            for (MatchResult link : LINK.matcher(text).results().toList()) {
                if (!link.group(1).contains("://")) {
                    links++;
                    if (!leadsSomewhere(page, link.group(1), link.group(2))) {
                        dead.add(root.relativize(page) + ": " + link.group());
                    }
                }
            }
        }

        assertThat(links).isGreaterThan(60);
        assertThat(dead).isEmpty();
    }

    private List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(root.resolve("docs"))) {
            return Stream.concat(
                            Stream.of(
                                    root.resolve("README.md"),
                                    root.resolve("framework/baselines/README.md")),
                            docs.filter(file -> file.toString().endsWith(".md")).sorted())
                    .toList();
        }
    }

    private static boolean leadsSomewhere(Path page, String file, String heading)
            throws IOException {
        Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
        if (!Files.exists(target)) {
            return false;
        }
        return heading == null || anchors(Files.readString(target)).contains(heading);
    }

    /** As forges make them of headings: in lower case, words joined by dashes, and nothing else. */
    private static List<String> anchors(String page) {
        return HEADING.matcher(page)
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }
}
