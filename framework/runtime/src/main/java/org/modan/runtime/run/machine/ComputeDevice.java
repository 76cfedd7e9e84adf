/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.machine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.modan.runtime.engine.TrainingEngine;
import org.modan.runtime.engine.UnusableEngineException;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/**
 * Where arrays are kept and computed with. The engine starts with the first use, not with the name:
 * planning needs none.
 */
public final class ComputeDevice {

    /** What to look at where libtorch could use a graphics card and finds none. */
    public static final String IF_NONE_IS_SEEN =
            "see that nvidia-smi lists one, that CUDA_VISIBLE_DEVICES does not hide it, and that libcudart is found (MODAN_JAVA_OPTS=-Djna.library.path=FOLDER)";

    private static final Pattern GPU = Pattern.compile("gpu(?::(\\d{1,4}))?");
    private static final Pattern OTHER_NAME = Pattern.compile("(?:gpu|cuda):?(\\d{0,4})");

    private final Device device;
    private final Supplier<Engine> engine = Suppliers.memoize(TrainingEngine::start);

    private ComputeDevice(Device device) {
        this.device = device;
    }

    /**
     * @param name {@code cpu}, {@code gpu:1}, or {@code gpu} for the first one
     * @throws ModanException if it is no such name
     */
    public static ComputeDevice named(String name) {
        if (name.equals("cpu")) {
            return new ComputeDevice(Device.cpu());
        }
        Matcher matcher = GPU.matcher(name);
        if (!matcher.matches()) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "--device %s: expected cpu or gpu:N%s"
                            .formatted(
                                    name,
                                    meant(name)
                                            .map(near -> "; did you mean " + near + "?")
                                            .orElse(", such as gpu:0")));
        }
        return new ComputeDevice(Device.gpu(number(matcher)));
    }

    /** Whether it is a graphics card, which may not be there. */
    public boolean isGpu() {
        return device.isGpu();
    }

    /**
     * Starts the engine if it is not running, and gives the device.
     *
     * @throws UnusableEngineException if the engine does not start, or has no such device
     */
    public Device start() {
        Engine started = engine.get();
        if (device.isGpu()) {
            refusal(device.getDeviceId(), TrainingEngine.isForCuda(started), started.getGpuCount())
                    .ifPresent(
                            refusal -> {
                                throw refusal;
                            });
        }
        return device;
    }

    /**
     * Why a graphics card cannot be used; empty if it can.
     *
     * @param cuda whether libtorch was built for CUDA
     * @param gpus how many there are
     */
    static Optional<UnusableEngineException> refusal(int number, boolean cuda, int gpus) {
        String asked = "--device gpu:%d: ".formatted(number);
        if (!cuda) {
            return Optional.of(
                    new UnusableEngineException(
                            asked + "the libtorch of this Modan computes on the CPU only",
                            "use --device cpu, or give it a libtorch for CUDA by setting PYTORCH_LIBRARY_PATH, PYTORCH_VERSION and PYTORCH_FLAVOR (see docs/gpu.md)"));
        }
        if (gpus == 0) {
            return Optional.of(
                    new UnusableEngineException(
                            asked + "libtorch is built for CUDA, but no GPU is seen here",
                            IF_NONE_IS_SEEN + "; or use --device cpu"));
        }
        if (number >= gpus) {
            return Optional.of(
                    new UnusableEngineException(
                            asked
                                    + (gpus == 1
                                            ? "the only GPU here is gpu:0"
                                            : "there are %d GPUs here, gpu:0 to gpu:%d"
                                                    .formatted(gpus, gpus - 1)),
                            "use one that is there, or --device cpu"));
        }
        return Optional.empty();
    }

    private static Optional<String> meant(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        if (lower.equals("cpu")) {
            return Optional.of("cpu");
        }
        Matcher other = OTHER_NAME.matcher(lower);
        return other.matches() ? Optional.of("gpu:" + number(other)) : Optional.empty();
    }

    private static int number(Matcher matcher) {
        String digits = matcher.group(1);
        return digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }
}
