/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import java.util.Set;
import org.apache.commons.cli.Option;

/** Options that several commands share. */
final class CommonOptions {

    static final String SET = "set";
    static final String ONLY = "only";
    static final String OUT = "out";
    static final String DEVICE = "device";
    static final String PLUGINS = "plugins";
    static final String STRICT_PLUGINS = "strict-plugins";
    static final String DRY_RUN = "dry-run";
    static final String TENSORBOARD = "tensorboard";

    private static final Set<String> REPEATABLE = Set.of(SET, ONLY, PLUGINS, FilelessForm.TASKS);

    private CommonOptions() {}

    static boolean isRepeatable(String name) {
        return REPEATABLE.contains(name);
    }

    static Option set() {
        return valued(
                SET,
                "path=value",
                "changes a value of the experiment, such as protocol.folds=3 or pretrain[0].epochs=5; may be repeated");
    }

    static Option only() {
        return valued(
                ONLY,
                "axis=v1,v2",
                "runs a part of the matrix: axes are arm, strategy, task, evaluator, repeat and those of the matrix; may be repeated");
    }

    static Option out(String usual) {
        return valued(OUT, "DIR", "folder of the results (default: %s)".formatted(usual));
    }

    static Option device() {
        return valued(DEVICE, "cpu|gpu:N", "what to compute with, such as gpu:0 (default: cpu)");
    }

    static Option plugins() {
        return valued(
                PLUGINS,
                "DIR",
                "a further folder of plugins, after Modan's own and those of MODAN_PLUGINS; may be repeated");
    }

    static Option strictPlugins() {
        return Option.builder()
                .longOpt(STRICT_PLUGINS)
                .desc(
                        "ends with exit code 3 if any plugin has a problem, used or not (otherwise a warning)")
                .get();
    }

    static Option dryRun() {
        return Option.builder()
                .longOpt(DRY_RUN)
                .desc("prints what would be run and what is done, and runs nothing")
                .get();
    }

    static Option tensorBoard() {
        return Option.builder()
                .longOpt(TENSORBOARD)
                .desc(
                        "writes each pretraining's epochs for TensorBoard too, into the folder tensorboard of the results")
                .get();
    }

    static Option valued(String name, String argument, String description) {
        return Option.builder().longOpt(name).hasArg().argName(argument).desc(description).get();
    }
}
