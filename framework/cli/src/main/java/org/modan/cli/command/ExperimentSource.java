/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.modan.cli.host.Environment;
import org.modan.runtime.Modan;
import org.modan.runtime.experiment.ExperimentFile;
import org.modan.runtime.plan.Plan;
import org.modan.runtime.plan.Selection;

/** Where an experiment comes from. */
interface ExperimentSource {

    /**
     * @throws org.modan.spi.ModanException naming everything that is wrong with it
     */
    ExperimentFile read(Modan modan);

    /** The file that was given, or else what the options say. */
    static ExperimentSource of(Arguments arguments, Environment environment) {
        List<String> sets = arguments.values(CommonOptions.SET);
        FilelessForm form = new FilelessForm(arguments);
        return arguments
                .optionalWord("FILE")
                .map(
                        file -> {
                            form.refuseBeside(file);
                            return file(file, sets, environment);
                        })
                .orElseGet(() -> options(form, sets, environment));
    }

    private static ExperimentSource file(String file, List<String> sets, Environment environment) {
        return modan -> modan.read(environment.path(file), sets);
    }

    private static ExperimentSource options(
            FilelessForm form, List<String> sets, Environment environment) {
        Map<String, Object> tree = form.tree(); // what is typed wrong is told before plugins load
        return modan -> {
            ExperimentFile experiment = modan.read(tree, environment.workingDirectory(), sets);
            if (!form.hasEpochs()) {
                return experiment;
            }
            return modan.read(
                    form.treeWithEpochs(trained(modan, experiment)),
                    environment.workingDirectory(),
                    sets);
        };
    }

    /** Which strategies train is known once they have seen the corpus, and not before. */
    private static Set<String> trained(Modan modan, ExperimentFile experiment) {
        try (Plan plan = modan.plan(experiment, Selection.all())) {
            return plan.pretraining().stream()
                    .filter(cell -> cell.recipe().isPresent())
                    .map(cell -> (String) cell.identity().get("extension"))
                    .collect(Collectors.toSet());
        }
    }
}
