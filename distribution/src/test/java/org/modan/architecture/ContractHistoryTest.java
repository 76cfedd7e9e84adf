/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What japicmp does not ask: whether what was added was given a new version, and says so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractHistoryTest {

    private String version;
    private String closed;
    private PluginContract today;

    @BeforeAll
    void read() throws IOException {
        version = property("modan.spi.version");
        closed = property("modan.spi.baseline");
        today = PluginContract.today();
    }

    @Test
    void everyTypePluginsReachSaysSinceWhichVersion() {
        Set<String> silent = new TreeSet<>();
        int types = 0;
        for (String name : today.docs().keySet()) {
            if (isTopLevelType(name)) {
                types++;
                if (!today.docs().get(name).orElse("").contains("@since ")) {
                    silent.add(name);
                }
            }
        }

        assertThat(types).isGreaterThanOrEqualTo(85);
        assertThat(silent).as("types without @since").isEmpty();
    }

    @Test
    void whatTheNewestClosedVersionLacksBelongsToAHigherOneAndSaysSo() {
        String remedy =
                version.equals(closed)
                        ? "raise modan.spi.version and SpiVersion.HOST"
                        : "say @since " + version;
        SortedMap<String, String> wrong = new TreeMap<>();
        addedSince(closed)
                .forEach(
                        (name, doc) -> {
                            if (version.equals(closed) || !doc.contains("@since " + version)) {
                                wrong.put(name, remedy);
                            }
                        });

        assertThat(wrong)
                .as("additions to SPI %s, which is closed (framework/baselines)", closed)
                .isEmpty();
    }

    @Test
    void findsWhatWasAddedToTheFirstVersionAndNothingMore() {
        assertThat(PluginContract.ofVersion("1.0").docs()).hasSizeGreaterThan(400);
        assertThat(addedSince("1.0"))
                .containsKey("org.modan.spi.ExtensionFactory#citation()")
                .doesNotContainKeys(
                        "org.modan.spi.ExtensionFactory#summary()",
                        "org.modan.spi.Options#get(org.modan.spi.Option)",
                        "org.modan.nn.train.Prefetch#depth()",
                        "org.modan.nn.layer.Stem#valueOf(java.lang.String)");
    }

    /** By name, with their Javadoc. */
    private SortedMap<String, String> addedSince(String older) {
        Set<String> known = PluginContract.ofVersion(older).docs().keySet();
        SortedMap<String, String> added = new TreeMap<>();
        today.docs()
                .forEach(
                        (name, doc) -> {
                            if (!known.contains(name)) {
                                added.put(name, doc.orElse(""));
                            }
                        });
        return added;
    }

    private boolean isTopLevelType(String name) {
        int end = name.lastIndexOf('.');
        return !name.contains("#") && !today.docs().containsKey(name.substring(0, end));
    }

    private static String property(String name) throws IOException {
        Path pom = Path.of(System.getProperty("modan.root"), "pom.xml");
        Matcher matcher =
                Pattern.compile("<%1$s>(.+)</%1$s>".formatted(Pattern.quote(name)))
                        .matcher(Files.readString(pom));
        assertThat(matcher.find()).as("%s in %s", name, pom).isTrue();
        return matcher.group(1);
    }
}
