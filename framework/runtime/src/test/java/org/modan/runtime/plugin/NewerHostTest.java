/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.nn.layer.ResNet;
import org.modan.spi.Plugin;
import org.modan.testkit.PluginJar;

/** What is allowed to come with the next minor version does no harm to a jar made for SPI 1.0. */
class NewerHostTest {

    private static final Pattern INTERFACE = Pattern.compile("(?m)^public interface [^{]+\\{");

    @TempDir private Path folder;

    @Test
    void aDefaultMethodMoreInEveryInterfaceIsAnsweredForAnOldPlugin() throws Exception {
        Path plugin = OldPlugin.writeTo(folder);
        Path contracts = newerContracts();
        Path host =
                PluginJar.library("newer-host")
                        .source("newer.NewerHost", OldPlugin.text("/old/NewerHost.txt"))
                        .compiledAgainst(List.of(contracts))
                        .writeTo(folder);
        URL blocks = ResNet.class.getProtectionDomain().getCodeSource().getLocation();
        URL[] all = {url(contracts), blocks, url(host), url(plugin)};

        try (URLClassLoader loader = new URLClassLoader(all, new Libraries())) {
            Object newer = loader.loadClass("newer.NewerHost").getConstructor().newInstance();

            assertThat(((Callable<?>) newer).call())
                    .isEqualTo(
                            List.of(
                                    "old added later",
                                    "old-contrast added later",
                                    "added later",
                                    "2 epochs added later",
                                    "old-squares added later",
                                    "12 samples added later",
                                    "old-first-feature added later",
                                    "true added later"));
            assertThat(loader.loadClass(Plugin.class.getName())).isNotSameAs(Plugin.class);
        }
    }

    /** Today's, with one default method more in every interface. */
    private Path newerContracts() throws IOException {
        PluginJar jar = PluginJar.library("newer-contracts");
        int interfaces = 0;
        Path sources = OldPlugin.root().resolve("framework/spi/src/main/java/org/modan/spi");
        try (Stream<Path> files = Files.list(sources)) {
            for (Path file : files.sorted().toList()) {
                String type = file.getFileName().toString().replace(".java", "");
                if (type.equals("package-info")) {
                    continue;
                }
                Matcher found = INTERFACE.matcher(Files.readString(file));
                interfaces += found.find() ? 1 : 0;
                jar.source(
                        "org.modan.spi." + type,
                        found.replaceFirst(
                                "$0 default String addedLater() { return \"added later\"; }"));
            }
        }
        assertThat(interfaces).isGreaterThanOrEqualTo(20);
        return jar.compiledAgainst(List.of(OldPlugin.onOwnClassPath("/ai/djl/api/")))
                .writeTo(folder);
    }

    private static URL url(Path jar) throws IOException {
        return jar.toUri().toURL();
    }

    /** All of this process but its own contracts, which the newer ones stand in for. */
    private static final class Libraries extends ClassLoader {

        Libraries() {
            super(NewerHostTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.modan.")) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }
    }
}
