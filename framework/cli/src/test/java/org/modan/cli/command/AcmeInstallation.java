/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.modan.cli.host.Environment;
import org.modan.testkit.PluginJar;

/** An installation of Modan whose only plugin is a small one, with one of each kind. */
public final class AcmeInstallation {

    private AcmeInstallation() {}

    /**
     * @param folder of the test; {@code folder/work} is the working directory
     */
    public static Environment in(Path folder) {
        Path home = folder.resolve("home");
        plugin().writeTo(home.resolve("plugins"));
        Map<String, String> properties = new HashMap<>();
        properties.put("modan.home", home.toString());
        properties.put("user.home", folder.toString());
        properties.put("java.io.tmpdir", folder.toString());
        return new Environment(
                Map.of("MODAN_CACHE", folder.resolve("cache").toString()),
                properties,
                folder.resolve("work"));
    }

    static PluginJar plugin() {
        return PluginJar.plugin("acme")
                .source("acme.AcmePlugin", source())
                .provider("acme.AcmePlugin");
    }

    private static String source() {
        try (InputStream in = AcmeInstallation.class.getResourceAsStream("/acme/AcmePlugin.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
