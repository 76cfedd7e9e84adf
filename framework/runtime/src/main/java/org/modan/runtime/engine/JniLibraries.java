/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.engine;

import static java.util.Objects.requireNonNull;

import ai.djl.util.ClassLoaderUtils;
import ai.djl.util.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.List;
import java.util.Properties;

/**
 * The layers between Java and libtorch that come with Modan: each fits one version of libtorch, and
 * one way it was built.
 *
 * @param libtorch the version they were built for, such as {@code 2.7.1}
 * @param bundled the version of the libtorch that comes with them, such as {@code 2.7.1-20250812}
 * @param flavors those for this platform, such as {@code cpu} and {@code cu128}; sorted
 */
record JniLibraries(String libtorch, String bundled, List<String> flavors) {

    private static final String PROPERTIES = "jnilib/pytorch.properties";

    JniLibraries {
        requireNonNull(libtorch, "libtorch is null");
        requireNonNull(bundled, "bundled is null");
        flavors = List.copyOf(flavors);
    }

    static JniLibraries of(Platform platform) {
        try {
            URL url = ClassLoaderUtils.getResource(PROPERTIES);
            if (url == null) {
                throw new UnusableEngineException(
                        "the JNI library of the training engine is missing", "install Modan again");
            }
            return new JniLibraries(
                    version(url),
                    platform.getVersion(),
                    flavors(url, "jnilib/" + platform.getClassifier() + "/"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the version of DJL that follows it. */
    private static String version(URL url) throws IOException {
        try (InputStream in = url.openStream()) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("jni_version", "").replaceAll("-.*", "");
        }
    }

    private static List<String> flavors(URL url, String prefix) throws IOException {
        if (!(url.openConnection() instanceof JarURLConnection jar)) {
            return List.of();
        }
        return jar.getJarFile().stream()
                .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(prefix))
                .map(entry -> entry.getName().substring(prefix.length()).replaceAll("/.*", ""))
                .distinct()
                .sorted()
                .toList();
    }
}
