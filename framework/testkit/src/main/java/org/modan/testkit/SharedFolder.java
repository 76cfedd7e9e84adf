/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * The folder beside the checkout with what the project itself does not ship: reference values made
 * with PyTorch, and real images. A test that needs one of them is skipped where it is absent.
 */
public final class SharedFolder {

    private static final String GOLDEN_VARIABLE = "MODAN_GOLDEN";
    private static final String ROOT_PROPERTY = "modan.root";

    private SharedFolder() {}

    /**
     * The reference values: the folder that the environment variable {@code MODAN_GOLDEN} names,
     * else {@code ../shared/golden} beside the checkout.
     *
     * @throws IllegalStateException if the variable names no folder; a test that someone asked for
     *     is never skipped in silence
     */
    public static Path golden() {
        return golden(Optional.ofNullable(System.getenv(GOLDEN_VARIABLE)), checkout());
    }

    /** The real images: {@code ../shared/data} beside the checkout. */
    public static Path data() {
        return beside(checkout(), "data");
    }

    static Path golden(Optional<String> variable, Optional<Path> checkout) {
        if (variable.isEmpty()) {
            return beside(checkout, "golden");
        }
        Path named = Path.of(variable.get()).toAbsolutePath().normalize();
        if (!Files.isDirectory(named)) {
            throw new IllegalStateException(
                    "%s is %s, which is no folder".formatted(GOLDEN_VARIABLE, named));
        }
        return named;
    }

    static Path beside(Optional<Path> checkout, String folder) {
        Assumptions.assumeTrue(
                checkout.isPresent(),
                () -> "skipped: the system property %s is not set".formatted(ROOT_PROPERTY));
        Path path = checkout.get().resolve("../shared").resolve(folder).normalize();
        Assumptions.assumeTrue(
                Files.isDirectory(path), () -> "skipped: there is no folder %s".formatted(path));
        return path;
    }

    private static Optional<Path> checkout() {
        return Optional.ofNullable(System.getProperty(ROOT_PROPERTY))
                .map(Path::of)
                .map(Path::toAbsolutePath);
    }
}
