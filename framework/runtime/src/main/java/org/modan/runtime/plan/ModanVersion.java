/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.modan.nn.layer.ResNet;
import org.modan.spi.Digests;

/** The version of this Modan, as the build wrote it. */
public final class ModanVersion {

    static final String SNAPSHOT = "-SNAPSHOT";

    /** A class of each module that decides outcomes: this one and the training engine. */
    private static final List<Class<?>> DECIDING = List.of(ModanVersion.class, ResNet.class);

    private ModanVersion() {}

    public static String get() {
        try (InputStream in = ModanVersion.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What decides what this Modan's code does: its version and, of a snapshot, whose version stays
     * while the code changes, a digest of its jars.
     */
    static String identity() {
        String version = get();
        if (!version.endsWith(SNAPSHOT)) {
            return version;
        }
        List<String> digests = new ArrayList<>();
        for (Class<?> type : DECIDING) {
            try {
                Path source =
                        Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
                // Classes in a folder are being worked on: a digest of every one is not worth it.
                digests.add(Files.isRegularFile(source) ? Digests.ofFile(source) : "folder");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }
        return version + " " + Digests.ofText(digests.toString());
    }
}
