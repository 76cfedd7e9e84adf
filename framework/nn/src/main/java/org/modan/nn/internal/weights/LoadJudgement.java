/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.modan.nn.internal.weights.WeightOutline.Form;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.Parameter;
import org.modan.spi.StemAdaptation;

/** Decides what becomes of every tensor of a file and of an encoder, or why nothing can. */
final class LoadJudgement {

    private static final String COUNTER = "num_batches_tracked";

    private final WeightOutline outline;
    private final Map<String, Form> forms;
    private final Map<String, Parameter> parameters;
    private final StemAdaptation stem;
    private final Misfits misfits;
    private final Map<String, String> adapted = new LinkedHashMap<>();
    private final List<String> loaded = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<String> unexpected = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> flaws = new ArrayList<>();

    LoadJudgement(WeightOutline outline, Map<String, Parameter> parameters, StemAdaptation stem) {
        this.outline = outline;
        this.forms = outline.forms();
        this.parameters = parameters;
        this.stem = stem;
        this.misfits = new Misfits(forms);
    }

    /**
     * @throws ModanException if the weights are not the encoder's, or useless
     */
    LoadAudit audit() {
        Strangers strangers = new Strangers(forms, parameters);
        strangers
                .nothingInCommon()
                .ifPresent(reason -> refuse("the weights are not of this encoder: " + reason));
        parameters.forEach(this::match);
        findUnexpected();
        Misfits.requireNone(problems, strangers.remedy());
        if (!flaws.isEmpty()) {
            refuse(
                    "the weights are of no use: %s. Fetch or export the file again"
                            .formatted(Names.listed(flaws, "; ", "; and %d more")));
        }
        return new LoadAudit(loaded, adapted, missing, unexpected);
    }

    private static void refuse(String reason) {
        throw new ModanException(ErrorCode.CONFIGURATION, reason);
    }

    private void match(String name, Parameter parameter) {
        if (!forms.containsKey(name) && isCounter(name, parameter)) {
            missing.add(name);
        } else if (isUnfitStem(name, parameter)) {
            adaptStem(new StemFit(forms.get(name).shape(), parameter.shape()));
        } else {
            misfits.find(name, parameter)
                    .ifPresentOrElse(
                            problems::add,
                            () -> {
                                loaded.add(name);
                                findFlaw(name);
                            });
        }
    }

    private void findFlaw(String name) {
        if (outline.flaws().containsKey(name)) {
            flaws.add(name + " " + outline.flaws().get(name));
        }
    }

    private void adaptStem(StemFit fit) {
        if (stem == StemAdaptation.REINIT) {
            adapted.put(StemFit.WEIGHT, "drawn anew, as " + fit.difference());
        } else if (stem == StemAdaptation.STRICT) {
            problems.add(
                    "%s does not fit: %s; %s"
                            .formatted(StemFit.WEIGHT, fit.difference(), fit.remedy()));
        } else if (fit.canBeSummed()) {
            adapted.put(StemFit.WEIGHT, "RGB summed to grey");
            findFlaw(StemFit.WEIGHT);
        } else {
            problems.add(
                    "%s cannot be summed to grey: %s, and %s; set conv1 to reinit"
                            .formatted(StemFit.WEIGHT, fit.difference(), fit.obstacle()));
        }
    }

    /** A head is of no use to an encoder; more of the encoder's own parts is another encoder. */
    private void findUnexpected() {
        Set<String> parts =
                parameters.keySet().stream().map(LoadJudgement::part).collect(Collectors.toSet());
        for (String name : forms.keySet()) {
            if (parameters.containsKey(name)) {
                continue;
            }
            unexpected.add(name);
            if (parts.contains(part(name))) {
                problems.add(name + " is unexpected");
            }
        }
    }

    private boolean isUnfitStem(String name, Parameter parameter) {
        if (!name.equals(StemFit.WEIGHT) || !forms.containsKey(name)) {
            return false;
        }
        Form form = forms.get(name);
        return FloatingTypes.isFloating(form.type())
                && !form.shape().equals(parameter.shape())
                && new StemFit(form.shape(), parameter.shape()).areKernels();
    }

    private static boolean isCounter(String name, Parameter parameter) {
        return name.endsWith(COUNTER) && parameter.type() == DataType.INT64;
    }

    private static String part(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
