/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.modan.nn.internal.weights.WeightOutline.Form;
import org.modan.nn.layer.ResNet;
import org.modan.spi.Parameter;

/** Recognises weights that were never meant for an encoder, and says what they are instead. */
final class Strangers {

    private final Map<String, Form> forms;
    private final Map<String, Parameter> parameters;

    Strangers(Map<String, Form> forms, Map<String, Parameter> parameters) {
        this.forms = forms;
        this.parameters = parameters;
    }

    /** Why none of the tensors can be meant; empty if some have a parameter's name. */
    Optional<String> nothingInCommon() {
        if (parameters.isEmpty() || forms.keySet().stream().anyMatch(parameters::containsKey)) {
            return Optional.empty();
        }
        Optional<String> prefix = prefix(forms.keySet());
        if (prefix.isPresent()) {
            return Optional.of(
                    "the file has the encoder's tensors behind %s; save them without it"
                            .formatted(prefix.get()));
        }
        return Optional.of(
                "none of the file's %d tensors%s has a name of this encoder's%s; use a ResNet's weights with torchvision's names"
                        .formatted(
                                forms.size(),
                                Names.inBrackets(forms.keySet()),
                                Names.inBrackets(parameters.keySet())));
    }

    /** What to set so that the weights fit, or why no setting will do. */
    Optional<String> remedy() {
        Map<String, Shape> ofFile = new LinkedHashMap<>();
        forms.forEach((name, form) -> ofFile.put(name, form.shape()));
        Map<String, Shape> ofEncoder = new LinkedHashMap<>();
        parameters.forEach((name, parameter) -> ofEncoder.put(name, parameter.shape()));
        Optional<Likeness> encoder = Likeness.of(ofEncoder);
        return Likeness.of(ofFile)
                .filter(file -> encoder.isPresent() && !file.equals(encoder.get()))
                .map(
                        file ->
                                "The file is of %s, the encoder is %s: %s"
                                        .formatted(file, encoder.get(), choice(file)));
    }

    private static String choice(Likeness file) {
        return file.name()
                .filter(ResNet.names()::contains)
                .map("set encoder.name to %s, or use other weights"::formatted)
                .orElse("use other weights");
    }

    /** What all of the encoder's names stand behind, if there is such a thing. */
    private Optional<String> prefix(Set<String> names) {
        String first = parameters.keySet().iterator().next();
        return names.stream()
                .filter(name -> name.endsWith("." + first))
                .map(name -> name.substring(0, name.length() - first.length()))
                .filter(
                        prefix ->
                                parameters.keySet().stream()
                                        .allMatch(name -> names.contains(prefix + name)))
                .findFirst();
    }
}
