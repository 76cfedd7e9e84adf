/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.machine;

import ai.djl.Device;
import ai.djl.util.cuda.CudaUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What kind of processor computes, as far as the system tells: libtorch chooses its kernels by its
 * vector instructions, and its libraries by the model too, and other kernels add in another order.
 */
public final class Processor {

    private static final Path LINUX = Path.of("/proc/cpuinfo");

    private Processor() {}

    /** Such as {@code amd64, AMD EPYC 7B13, avx2}; of a graphics card its capability beside it. */
    public static String of(Device device) {
        String cpu = describe(System.getProperty("os.arch", "unknown"), read());
        return device.isGpu()
                ? "%s, compute capability %s"
                        .formatted(cpu, CudaUtils.getComputeCapability(device.getDeviceId()))
                : cpu;
    }

    /**
     * @param lines of Linux' {@code /proc/cpuinfo}; none elsewhere
     */
    static String describe(String architecture, List<String> lines) {
        List<String> words = new ArrayList<>(List.of(architecture));
        value("model name", lines).ifPresent(words::add);
        List<String> flags = List.of(value("flags", lines).orElse("").split(" "));
        for (String vectors : List.of("avx2", "avx512f")) {
            if (flags.contains(vectors)) {
                words.add(vectors);
            }
        }
        return String.join(", ", words);
    }

    private static Optional<String> value(String key, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
    }

    private static List<String> read() {
        try {
            return Files.exists(LINUX) ? Files.readAllLines(LINUX) : List.of();
        } catch (IOException e) {
            return List.of(); // no training fails for want of its processor's name
        }
    }
}
