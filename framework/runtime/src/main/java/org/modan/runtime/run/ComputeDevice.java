/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/**
 * Where arrays are kept and computed with. The engine starts with the first use, not with the name:
 * planning needs none.
 */
public final class ComputeDevice {

    private static final Pattern GPU = Pattern.compile("gpu(?::(\\d+))?");

    private final Device device;

    private ComputeDevice(Device device) {
        this.device = device;
    }

    /**
     * @param name {@code cpu}, {@code gpu} or {@code gpu:1}
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
                    "--device %s: expected cpu, gpu or gpu:N".formatted(name));
        }
        String number = matcher.group(1);
        return new ComputeDevice(Device.gpu(number == null ? 0 : Integer.parseInt(number)));
    }

    /**
     * Starts the engine if it is not running, and gives the device.
     *
     * @throws ModanException if this machine has no such device
     */
    public Device start() {
        // DJL finds its engine through the thread's loader, once for the life of the process.
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ComputeDevice.class.getClassLoader());
        try {
            Engine engine = Engine.getInstance();
            if (device.isGpu() && device.getDeviceId() >= engine.getGpuCount()) {
                throw new ModanException(
                        ErrorCode.CONFIGURATION,
                        "--device gpu:%d: %s sees %d GPUs here; use --device cpu, or see docs/gpu.md"
                                .formatted(
                                        device.getDeviceId(),
                                        engine.getEngineName(),
                                        engine.getGpuCount()));
            }
            return device;
        } catch (EngineException | UnsatisfiedLinkError e) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "the training engine cannot start: %s; delete the folder natives in the cache folder if it is damaged, and see that this is the distribution for %s %s"
                            .formatted(
                                    e.getMessage(),
                                    System.getProperty("os.name"),
                                    System.getProperty("os.arch")),
                    e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
