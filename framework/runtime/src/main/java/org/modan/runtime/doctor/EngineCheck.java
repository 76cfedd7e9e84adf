/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.doctor;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.LibUtils;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modan.runtime.engine.LibtorchSettings;
import org.modan.runtime.engine.TrainingEngine;
import org.modan.runtime.engine.UnusableEngineException;

/** That the engine starts, what it is, and that it computes. */
final class EngineCheck implements Check {

    private final EngineProbe probe;
    private final LibtorchSettings settings;

    EngineCheck(EngineProbe probe, LibtorchSettings settings) {
        this.probe = probe;
        this.settings = settings;
    }

    @Override
    public Area area() {
        return Area.ENGINE;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok(area(), "DJL " + Engine.getDjlVersion()));
        Engine engine;
        try {
            engine = probe.start();
        } catch (UnusableEngineException e) {
            findings.add(Finding.problem(area(), e.finding(), e.remedy()));
            return findings;
        }
        Optional<Path> installed = settings.folder();
        findings.add(
                Finding.ok(
                        area(),
                        "libtorch %s for %s, from %s"
                                .formatted(
                                        engine.getVersion(),
                                        TrainingEngine.isForCuda(engine) ? "CUDA" : "the CPU",
                                        installed
                                                .map(folder -> "PYTORCH_LIBRARY_PATH, " + folder)
                                                .orElse(
                                                        "Modan's own jar, unpacked in "
                                                                + LibUtils.getLibtorchPath()))));
        findings.add(
                Computation.tryOn(engine, Device.cpu())
                        .map(
                                wrong ->
                                        Finding.problem(
                                                area(),
                                                "computes wrongly on the CPU: " + wrong,
                                                "delete %s, and see whether other programs find the machine at fault"
                                                        .formatted(TrainingEngine.natives())))
                        .orElse(
                                Finding.ok(
                                        area(),
                                        "a product and its gradient come out right on the CPU")));
        return findings;
    }
}
