/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin.loading;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.modan.runtime.plugin.NameForm;
import org.modan.runtime.plugin.SpiVersion;
import org.modan.runtime.plugin.UnusablePluginException;

/**
 * What a plugin's jar declares, checked: nothing of it is loaded before this holds.
 *
 * @param id from {@code Plugin-Id}
 * @param version from {@code Plugin-Version}
 * @param spiVersion from {@code Spi-Version}; the host supports it
 * @param provider the one class its service file names
 */
record PluginDescriptor(String id, String version, SpiVersion spiVersion, String provider) {

    static PluginDescriptor of(JarContents contents) throws UnusablePluginException {
        String provider = provider(contents);
        String id = attribute(contents, "Plugin-Id");
        String version = attribute(contents, "Plugin-Version");
        String spi = attribute(contents, "Spi-Version");
        if (!NameForm.fits(id)) {
            throw new UnusablePluginException(
                    contents.jar(),
                    "has the Plugin-Id '%s' in its manifest".formatted(id),
                    "use lower-case letters, digits and single dashes");
        }
        SpiVersion spiVersion =
                SpiVersion.parse(spi)
                        .orElseThrow(
                                () ->
                                        new UnusablePluginException(
                                                contents.jar(),
                                                "has the Spi-Version '%s' in its manifest"
                                                        .formatted(spi),
                                                "write it as major.minor, such as "
                                                        + SpiVersion.HOST));
        requireSupported(contents.jar(), spiVersion);
        return new PluginDescriptor(id, version, spiVersion, provider);
    }

    private static String attribute(JarContents contents, String name)
            throws UnusablePluginException {
        return contents.attribute(name)
                .orElseThrow(
                        () ->
                                new UnusablePluginException(
                                        contents.jar(),
                                        "has no %s in its manifest".formatted(name),
                                        "add the attribute (in Maven: maven-jar-plugin,"
                                                + " manifestEntries)"));
    }

    private static String provider(JarContents contents) throws UnusablePluginException {
        Optional<List<String>> providers = contents.providers();
        if (providers.isEmpty()) {
            throw new UnusablePluginException(
                    contents.jar(),
                    "has no service file " + JarContents.SERVICE_FILE,
                    "add one that names the class that implements Plugin; if the jar is a"
                            + " library, put it into the folder of the plugin that needs it");
        }
        List<String> names = providers.get();
        if (names.size() != 1) {
            throw new UnusablePluginException(
                    contents.jar(),
                    names.isEmpty()
                            ? "has a service file that names no class"
                            : "has a service file that names %d classes (%s)"
                                    .formatted(names.size(), String.join(", ", names)),
                    "name the one class that implements Plugin; it may offer any number of"
                            + " extensions");
        }
        return names.get(0);
    }

    private static void requireSupported(Path jar, SpiVersion built)
            throws UnusablePluginException {
        if (SpiVersion.HOST.supports(built)) {
            return;
        }
        throw new UnusablePluginException(
                jar,
                "was built for SPI %s, and this Modan offers %s".formatted(built, SpiVersion.HOST),
                SpiVersion.HOST.isOlderThan(built)
                        ? "update Modan, or use an older version of the plugin"
                        : "use a newer version of the plugin, or rebuild it");
    }
}
