/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.doctor;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.util.cuda.CudaUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modan.runtime.engine.TrainingEngine;
import org.modan.runtime.engine.UnusableEngineException;
import org.modan.runtime.run.machine.ComputeDevice;
import org.modan.spi.ModanException;

/** What can be computed with, and whether what the user asks for is among it. */
final class DeviceCheck implements Check {

    private final EngineProbe probe;
    private final Host host;
    private final String asked;

    /**
     * @param asked as in {@code --device}
     */
    DeviceCheck(EngineProbe probe, Host host, String asked) {
        this.probe = probe;
        this.host = host;
        this.asked = asked;
    }

    @Override
    public Area area() {
        return Area.DEVICE;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                Finding.ok(
                        area(),
                        "cpu: %d %s"
                                .formatted(
                                        host.processors(),
                                        host.processors() == 1 ? "processor" : "processors")));
        findings.addAll(graphicsCards());
        asked().ifPresent(findings::add);
        return findings;
    }

    private List<Finding> graphicsCards() {
        if (!probe.starts()) {
            return List.of(
                    Finding.unknown(area(), "gpu: not known, because the engine does not start"));
        }
        Engine engine = probe.start();
        if (!TrainingEngine.isForCuda(engine)) {
            return List.of(
                    Finding.ok(
                            area(),
                            "gpu: not used, because this libtorch is for the CPU (see docs/gpu.md)"));
        }
        List<Finding> findings = new ArrayList<>();
        for (int number = 0; number < engine.getGpuCount(); number++) {
            findings.add(graphicsCard(engine, number));
        }
        if (findings.isEmpty()) {
            findings.add(
                    Finding.warning(
                            area(),
                            "gpu: libtorch is built for CUDA, but no GPU is seen",
                            ComputeDevice.IF_NONE_IS_SEEN));
        }
        return findings;
    }

    private Finding graphicsCard(Engine engine, int number) {
        Device device = Device.gpu(number);
        String name = "gpu:" + number;
        try {
            String capability = CudaUtils.getComputeCapability(number);
            int last = capability.length() - 1;
            String text =
                    "%s: compute capability %s.%s, %s, of which %s are in use"
                            .formatted(
                                    name,
                                    capability.substring(0, last),
                                    capability.substring(last),
                                    Bytes.text(CudaUtils.getGpuMemory(device).getMax()),
                                    Bytes.text(CudaUtils.getGpuMemory(device).getUsed()));
            Optional<String> wrong = Computation.tryOn(engine, device);
            return wrong.map(
                            found ->
                                    Finding.problem(
                                            area(),
                                            text + "; computes wrongly: " + found,
                                            "use another device, and see that the driver fits the card"))
                    .orElse(Finding.ok(area(), text + "; computes rightly"));
        } catch (RuntimeException e) {
            return Finding.problem(
                    area(),
                    "%s cannot be used: %s".formatted(name, e.getMessage()),
                    "see that its driver is new enough for this libtorch, and that nothing else fills its memory");
        }
    }

    /** The engine's own failure is told elsewhere, and not once more. */
    private Optional<Finding> asked() {
        try {
            ComputeDevice device = ComputeDevice.named(asked);
            if (probe.starts()) {
                device.start();
            }
            return Optional.empty();
        } catch (UnusableEngineException e) {
            return Optional.of(Finding.problem(area(), e.finding(), e.remedy()));
        } catch (ModanException e) {
            return Optional.of(
                    Finding.problem(area(), e.getMessage(), "give cpu, or one of the GPUs above"));
        }
    }
}
