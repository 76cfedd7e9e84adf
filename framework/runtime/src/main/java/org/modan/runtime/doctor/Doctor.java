/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.doctor;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.modan.runtime.engine.LibtorchSettings;
import org.modan.runtime.engine.TrainingEngine;
import org.modan.runtime.plugin.PluginFolders;

/** Looks at everything Modan needs. */
public final class Doctor {

    private final List<Check> checks;

    Doctor(List<Check> checks) {
        this.checks = List.copyOf(checks);
    }

    /**
     * @param variables of the environment
     * @param properties of the Java virtual machine
     * @param pluginFolders where plugins are looked for
     * @param images the folder of decoded images
     * @param device as in {@code --device}
     */
    public static Doctor of(
            Map<String, String> variables,
            Map<String, String> properties,
            PluginFolders pluginFolders,
            Path images,
            String device) {
        Host host = Host.of(variables, properties);
        EngineProbe probe = new EngineProbe();
        // A broken native library may end the process: what needs the engine comes last.
        return new Doctor(
                List.of(
                        new JavaCheck(host),
                        new SystemCheck(host),
                        new CacheCheck(images, TrainingEngine.natives()),
                        new PluginsCheck(pluginFolders),
                        new EngineCheck(probe, LibtorchSettings.ofProcess()),
                        new DeviceCheck(probe, host, device),
                        new ThreadsCheck(probe, host)));
    }

    /**
     * Makes every check.
     *
     * @param told hears each finding as soon as its check is over
     */
    public Diagnosis examine(Consumer<Finding> told) {
        requireNonNull(told, "told is null");
        List<Finding> all = new ArrayList<>();
        for (Check check : checks) {
            List<Finding> findings = findings(check);
            findings.forEach(told);
            all.addAll(findings);
        }
        return new Diagnosis(all);
    }

    private static List<Finding> findings(Check check) {
        try {
            return check.findings();
        } catch (RuntimeException | LinkageError | AssertionError e) {
            return List.of(
                    Finding.problem(
                            check.area(),
                            "cannot be looked at: " + e,
                            "install Modan again; if that does not help, report this"));
        }
    }
}
