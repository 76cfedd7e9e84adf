/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin.loading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import org.modan.runtime.plugin.HostPackages;
import org.modan.runtime.plugin.PluginProblem;
import org.modan.runtime.plugin.UnusablePluginException;
import org.modan.runtime.text.Reasons;
import org.modan.spi.Plugin;

/**
 * What a jar says of itself, read without loading a class of it.
 *
 * @param jar the file
 * @param manifest its manifest, without attributes if it has none
 * @param providers the classes its service file names; empty if it has no such file
 * @param bundledHostClass a class of the host that it brings a copy of
 */
record JarContents(
        Path jar,
        Manifest manifest,
        Optional<List<String>> providers,
        Optional<String> bundledHostClass) {

    static final String SERVICE_FILE = "META-INF/services/" + Plugin.class.getName();

    private static final String CLASS_SUFFIX = ".class";

    /** Reads the jar once from end to end, so that damage shows now and not in the first epoch. */
    static JarContents read(Path jar) throws UnusablePluginException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Optional<String> bundled = Optional.empty();
            for (ZipEntry entry : file.stream().toList()) {
                verify(file, entry);
                bundled = bundled.or(() -> hostClass(entry.getName()));
            }
            Manifest manifest = Optional.ofNullable(file.getManifest()).orElseGet(Manifest::new);
            return new JarContents(jar, manifest, providers(file), bundled);
        } catch (IOException | SecurityException e) {
            throw new UnusablePluginException(
                    new PluginProblem(
                            jar,
                            "is no readable jar (%s)".formatted(reason(e)),
                            "copy or download it again"),
                    e);
        }
    }

    private static String reason(Exception e) {
        return e instanceof IOException failure ? Reasons.of(failure) : e.getMessage();
    }

    Optional<String> attribute(String name) {
        return Optional.ofNullable(manifest.getMainAttributes().getValue(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** The JDK compares checksums only where a jar is read as a stream. */
    private static void verify(JarFile file, ZipEntry entry) throws IOException {
        try (CheckedInputStream in =
                new CheckedInputStream(file.getInputStream(entry), new CRC32())) {
            in.transferTo(OutputStream.nullOutputStream());
            if (in.getChecksum().getValue() != entry.getCrc()) {
                throw new ZipException("checksum of %s differs".formatted(entry.getName()));
            }
        }
    }

    private static Optional<String> hostClass(String entryName) {
        if (!entryName.endsWith(CLASS_SUFFIX)) {
            return Optional.empty();
        }
        String path = entryName.replaceFirst("^META-INF/versions/\\d+/", "");
        int end = path.length() - CLASS_SUFFIX.length();
        return Optional.of(path.substring(0, end).replace('/', '.'))
                .filter(HostPackages::forbidToBundle);
    }

    private static Optional<List<String>> providers(JarFile file) throws IOException {
        ZipEntry entry = file.getEntry(SERVICE_FILE);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream in = file.getInputStream(entry);
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return Optional.of(
                    reader.lines()
                            .map(line -> line.replaceFirst("#.*", "").strip())
                            .filter(line -> !line.isEmpty())
                            .distinct()
                            .toList());
        }
    }
}
