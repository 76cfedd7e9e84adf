/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.machine;

import static java.util.Objects.requireNonNull;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What beside its settings and its data decides the last bits of a training.
 *
 * @param device such as {@code cpu()}
 * @param processor what {@link Processor} says of what computes
 * @param threads of the engine
 * @param libtorch its version
 */
public record Machine(String device, String processor, int threads, String libtorch) {

    public Machine {
        requireNonNull(device, "device is null");
        requireNonNull(processor, "processor is null");
        requireNonNull(libtorch, "libtorch is null");
    }

    public static Machine of(ComputeDevice device) {
        Device started = device.start();
        return new Machine(
                started.toString(),
                Processor.of(started),
                JniUtils.getNumThreads(),
                Engine.getInstance().getVersion());
    }

    /** What a training that changes from another machine to this one must say of itself. */
    public Optional<String> changeFrom(Machine before) {
        List<String> changes = new ArrayList<>();
        if (!before.device.equals(device)) {
            changes.add("on %s, not %s".formatted(before.device, device));
        }
        if (!before.processor.equals(processor)) {
            changes.add("with %s, not %s".formatted(before.processor, processor));
        }
        if (before.threads != threads) {
            changes.add("with %d threads, not %d".formatted(before.threads, threads));
        }
        if (!before.libtorch.equals(libtorch)) {
            changes.add("with libtorch %s, not %s".formatted(before.libtorch, libtorch));
        }
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                "the checkpoint was made %s: the outcome may differ in its last bits from that of an uninterrupted training"
                        .formatted(String.join(", ", changes)));
    }
}
