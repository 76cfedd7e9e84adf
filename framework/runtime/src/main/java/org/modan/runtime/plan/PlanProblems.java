/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.modan.runtime.plugin.failure.PluginCall;
import org.modan.spi.ModanException;

/** Hears of every mistake that planning finds before the first is shown. */
final class PlanProblems {

    // A mistake outside the matrix's axes is found again in every variant, and often in every arm.
    private final Map<String, ModanException> found = new LinkedHashMap<>();

    /** What the call gives; empty if it fails, which is kept. */
    <T> Optional<T> attempt(Supplier<T> call) {
        try {
            return Optional.of(PluginCall.within(call));
        } catch (ModanException e) {
            found.putIfAbsent(e.getMessage(), e);
            return Optional.empty();
        }
    }

    /** The same for a call that only may fail. */
    void check(Runnable call) {
        attempt(
                () -> {
                    call.run();
                    return true;
                });
    }

    /**
     * @throws ModanException that names all mistakes, of the kind of the first
     */
    void throwIfAny() {
        List<ModanException> all = new ArrayList<>(found.values());
        if (all.isEmpty()) {
            return;
        }
        if (all.size() == 1) {
            throw all.get(0);
        }
        ModanException together =
                new ModanException(all.get(0).code(), describe(found.keySet()), all.get(0));
        all.stream().skip(1).forEach(together::addSuppressed);
        throw together;
    }

    private static String describe(Iterable<String> messages) {
        List<String> lines = new ArrayList<>();
        messages.forEach(message -> lines.add("\n  " + message.replace("\n", "\n  ")));
        return lines.stream()
                .collect(Collectors.joining("", "%d mistakes:".formatted(lines.size()), ""));
    }
}
