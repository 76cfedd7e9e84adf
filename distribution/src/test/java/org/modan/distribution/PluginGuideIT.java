/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Follows {@code docs/plugins.md} to the letter, from an empty folder on. */
@DisabledOnOs(OS.WINDOWS)
class PluginGuideIT {

    private static final String PAGE = "plugins.md";

    /** Maven's; what people see as blue and bold is no part of what a page shows. */
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[\\d;]*m");

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Where the page begins: empty. */
    @TempDir private Path folder;

    /** The user's; also keeps what one block leaves to the next: the folder, and variables. */
    @TempDir private Path home;

    @TestFactory
    Stream<DynamicTest> itsCommandsDoWhatItShows() throws IOException {
        List<GuidePage.Block> blocks = GuidePage.read(PAGE).blocks();
        Map<String, String> environment = new TreeMap<>(new StrangersMachine(home).environment());
        environment.put("STATE", home.resolve("state").toString());
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            GuidePage.Block block = blocks.get(i);
            if (block.isIn("sh")) {
                Optional<ShownOutput> shown =
                        blocks.stream().skip(i + 1).limit(1).flatMap(ShownOutput::in).findFirst();
                tests.add(
                        DynamicTest.dynamicTest(
                                "line %d: %s".formatted(block.line(), block.firstLine()),
                                () -> {
                                    String output = follow(block, environment);
                                    shown.ifPresent(text -> text.assertShows(output));
                                }));
            } else if (block.isIn("yaml")) {
                tests.add(
                        DynamicTest.dynamicTest(
                                "line %d: a file".formatted(block.line()), () -> save(block)));
            }
        }
        assertThat(tests).hasSizeGreaterThan(5);
        return tests.stream();
    }

    @Test
    void itsJavaStandsInTheCodeItSpeaksOf() throws IOException {
        List<GuidePage.Block> excerpts = GuidePage.read(PAGE).in("java");
        assertThat(excerpts).hasSizeGreaterThan(3);
        Path root = Path.of(System.getProperty("modan.root"));
        String code =
                sources(root.resolve("docs/examples/hybrid/src"))
                        + sources(root.resolve("framework/cli/src/main/resources"));

        assertThat(excerpts)
                .allSatisfy(excerpt -> assertThat(code).contains(withOneSpaceOnly(excerpt.text())));
    }

    /**
     * @return what the commands print to standard output
     */
    private String follow(GuidePage.Block commands, Map<String, String> environment)
            throws IOException, InterruptedException {
        String script =
                """
                if [ -f "$STATE" ]; then . "$STATE"; fi
                set -euo pipefail
                %s
                { export -p; printf 'cd %%q\\n' "$PWD"; } >"$STATE"
                """
                        .formatted(commands.text());
        Command run = Command.run(folder, environment, List.of("bash", "-c", script), PATIENCE);
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        return COLOUR.matcher(run.out()).replaceAll("");
    }

    /** A file says in its first line what it is called. */
    private void save(GuidePage.Block file) throws IOException {
        assertThat(file.firstLine()).matches("# [\\w-]+\\.yaml");
        Files.writeString(folder.resolve(file.firstLine().substring(2)), file.text());
    }

    private static String sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(PluginGuideIT::text)
                    .collect(Collectors.joining(" "));
        }
    }

    private static String text(Path file) {
        try {
            return withOneSpaceOnly(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withOneSpaceOnly(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
