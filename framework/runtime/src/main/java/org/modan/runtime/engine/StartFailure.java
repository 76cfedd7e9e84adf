/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.engine;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.modan.runtime.text.Reasons;

/** Says why the engine did not start: DJL's own words name neither the place nor the remedy. */
final class StartFailure {

    private static final String ROOM = "No space left on device";
    private static final List<String> DAMAGED =
            List.of(
                    "file too short",
                    "invalid ELF",
                    "bad magic",
                    "not a mach-o",
                    "cannot read file data",
                    "is not a valid Win32");
    private static final List<String> FORBIDDEN =
            List.of("failed to map segment", "Operation not permitted", "noexec");

    /** Java and the system's loader both begin with the file. */
    private static final Pattern TWICE = Pattern.compile("^(.+): \\1: ");

    private StartFailure() {}

    /**
     * @param natives where native libraries are unpacked to
     */
    static UnusableEngineException of(Throwable failure, Path natives) {
        List<Throwable> causes =
                Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                        .limit(20)
                        .toList();
        for (Throwable cause : causes) {
            String message = Optional.ofNullable(cause.getMessage()).orElse("");
            if (cause instanceof IOException file && !message.contains("Offline")) {
                return unpacking(file, message, natives, failure);
            }
            if (cause instanceof UnsatisfiedLinkError) {
                return loading(message, natives, failure);
            }
            if (message.contains("Offline")) {
                return failed(
                        "there are no native libraries for %s %s"
                                .formatted(
                                        System.getProperty("os.name"),
                                        System.getProperty("os.arch")),
                        "install the distribution for this platform; one for CUDA needs a GPU, and libcudart (MODAN_JAVA_OPTS=-Djna.library.path=FOLDER)",
                        failure);
            }
        }
        Throwable root = causes.get(causes.size() - 1);
        return failed(
                "%s: %s".formatted(root.getClass().getSimpleName(), root.getMessage()),
                "delete %s, and install Modan again if that does not help".formatted(natives),
                failure);
    }

    private static UnusableEngineException unpacking(
            IOException file, String message, Path natives, Throwable failure) {
        if (message.contains(ROOM)) {
            return failed(
                    "no room to unpack its native libraries in " + natives,
                    "make room (they take 430 MiB), or set MODAN_CACHE to a folder that has it",
                    failure);
        }
        String place =
                file instanceof FileSystemException known && known.getFile() != null
                        ? known.getFile()
                        : natives.toString();
        return failed(
                "its native libraries cannot be unpacked: %s: %s"
                        .formatted(place, Reasons.of(file)),
                "set MODAN_CACHE (and DJL_CACHE_DIR, if you have set it) to a folder that can be written",
                failure);
    }

    private static UnusableEngineException loading(
            String message, Path natives, Throwable failure) {
        String remedy =
                "see that this is the distribution for %s %s"
                        .formatted(System.getProperty("os.name"), System.getProperty("os.arch"));
        if (DAMAGED.stream().anyMatch(message::contains)) {
            remedy =
                    message.contains(natives.toString())
                            ? "delete %s; it is made again".formatted(natives)
                            : "install again what the file belongs to, or unset PYTORCH_LIBRARY_PATH, PYTORCH_VERSION and PYTORCH_FLAVOR";
        } else if (FORBIDDEN.stream().anyMatch(message::contains)) {
            remedy =
                    "set MODAN_CACHE to a folder of a file system that programs may be run from (not mounted noexec)";
        } else if (message.contains("GLIBC")) {
            remedy = "use a newer Linux: its C libraries are too old for libtorch";
        } else if (message.contains("cannot open shared object file")) {
            remedy = "install the library that is named as missing";
        }
        return failed(
                "its native libraries cannot be loaded: "
                        + TWICE.matcher(message).replaceFirst("$1: "),
                remedy,
                failure);
    }

    private static UnusableEngineException failed(
            String finding, String remedy, Throwable failure) {
        return new UnusableEngineException(
                "the training engine cannot start: " + finding, remedy, failure);
    }
}
