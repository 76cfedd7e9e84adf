/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.engine;

import ai.djl.util.Utils;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The variables that make DJL use another libtorch than the one that comes with Modan. Given one
 * that is wrong, DJL takes the bundled library in silence, looks for a download, or ends the
 * process; so they are checked before it sees them.
 *
 * @param path of {@code PYTORCH_LIBRARY_PATH}: a folder with libtorch, or several
 * @param version of {@code PYTORCH_VERSION}
 * @param flavor of {@code PYTORCH_FLAVOR}
 */
public record LibtorchSettings(
        Optional<String> path, Optional<String> version, Optional<String> flavor) {

    private static final String PATH = "PYTORCH_LIBRARY_PATH";
    private static final String VERSION = "PYTORCH_VERSION";
    private static final String FLAVOR = "PYTORCH_FLAVOR";
    private static final String LIBRARY = System.mapLibraryName("torch");

    /** In an installed PyTorch's version.py, and in the build-version of a libtorch archive. */
    private static final Pattern INSTALLED =
            Pattern.compile("(?m)^(?:__version__ *= *['\"])?(\\d+\\.\\d+\\.\\d+)");

    public static LibtorchSettings ofProcess() {
        return new LibtorchSettings(setting(PATH), setting(VERSION), setting(FLAVOR));
    }

    /** The folder of the libtorch that is used instead of the bundled one. */
    public Optional<Path> folder() {
        return path.flatMap(LibtorchSettings::folderIn);
    }

    /**
     * @throws UnusableEngineException if the engine would not start with them, or not with what
     *     they name
     */
    void check(JniLibraries jni) {
        if (path.isEmpty() && flavor.isEmpty()) {
            checkBundled(jni);
            return;
        }
        requireAll(jni);
        Path folder =
                folder().orElseThrow(
                                () ->
                                        new UnusableEngineException(
                                                "%s=%s holds no %s"
                                                        .formatted(PATH, path.get(), LIBRARY),
                                                "name the folder torch/lib of an installed PyTorch %s, or unset %s, %s and %s"
                                                        .formatted(
                                                                jni.libtorch(),
                                                                PATH,
                                                                VERSION,
                                                                FLAVOR)));
        requireFitting(VERSION + "=" + version.get(), version.get(), jni);
        installedVersion(folder)
                .ifPresent(
                        found ->
                                requireFitting(
                                        "%s holds PyTorch %s".formatted(folder, found),
                                        found,
                                        jni));
        if (!jni.flavors().isEmpty() && !jni.flavors().contains(flavor.get())) {
            throw new UnusableEngineException(
                    "%s=%s, but this Modan can use libtorch for %s"
                            .formatted(FLAVOR, flavor.get(), String.join(" and ", jni.flavors())),
                    "install a PyTorch that was built for one of them, and set %s to it"
                            .formatted(FLAVOR));
        }
    }

    private void checkBundled(JniLibraries jni) {
        if (version.isPresent() && !jni.bundled().startsWith(version.get())) {
            throw new UnusableEngineException(
                    "%s=%s, but this Modan comes with libtorch %s"
                            .formatted(VERSION, version.get(), jni.libtorch()),
                    "unset %s (images with PyTorch set it for themselves), or set %s and %s too"
                            .formatted(VERSION, PATH, FLAVOR));
        }
    }

    private void requireAll(JniLibraries jni) {
        Map<String, Optional<String>> settings = new LinkedHashMap<>();
        settings.put(PATH, path);
        settings.put(VERSION, version);
        settings.put(FLAVOR, flavor);
        List<String> set = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        settings.forEach((name, value) -> (value.isPresent() ? set : missing).add(name));
        if (!missing.isEmpty()) {
            throw new UnusableEngineException(
                    "%s %s set, but %s %s not"
                            .formatted(
                                    String.join(" and ", set),
                                    set.size() == 1 ? "is" : "are",
                                    String.join(" and ", missing),
                                    missing.size() == 1 ? "is" : "are"),
                    "set all three, as in %s=/path/to/torch/lib %s=%s %s=%s, or none of them"
                            .formatted(
                                    PATH,
                                    VERSION,
                                    jni.libtorch(),
                                    FLAVOR,
                                    jni.flavors().isEmpty()
                                            ? "cpu"
                                            : jni.flavors().get(jni.flavors().size() - 1)));
        }
    }

    private static void requireFitting(String finding, String version, JniLibraries jni) {
        if (!version.equals(jni.libtorch())) {
            throw new UnusableEngineException(
                    "%s, but this Modan can use libtorch %s only"
                            .formatted(finding, jni.libtorch()),
                    "install PyTorch %s beside it, or unset %s, %s and %s"
                            .formatted(jni.libtorch(), PATH, VERSION, FLAVOR));
        }
    }

    private static Optional<Path> folderIn(String path) {
        return Arrays.stream(path.split(Pattern.quote(File.pathSeparator)))
                .map(LibtorchSettings::folderOf)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** DJL takes the library's folder or the library itself. */
    private static Optional<Path> folderOf(String text) {
        try {
            Path path = Path.of(text).toAbsolutePath().normalize();
            if (path.endsWith(LIBRARY) && Files.isRegularFile(path)) {
                return Optional.of(path.getParent());
            }
            return Optional.of(path).filter(folder -> Files.isRegularFile(folder.resolve(LIBRARY)));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** What the folder says of itself; empty where it says nothing. */
    private static Optional<String> installedVersion(Path folder) {
        for (String name : List.of("version.py", "build-version")) {
            Path file = folder.resolveSibling(name);
            try {
                Matcher version = INSTALLED.matcher(Files.readString(file));
                if (version.find()) {
                    return Optional.of(version.group(1));
                }
            } catch (IOException e) {
                continue; // most installations have one of the two files
            }
        }
        return Optional.empty();
    }

    private static Optional<String> setting(String name) {
        return Optional.ofNullable(Utils.getEnvOrSystemProperty(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
