/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the names of what an encoder was wrapped in off its tensors' names: {@code
 * module.encoder.conv1.weight} becomes {@code conv1.weight}.
 */
final class WrapperPrefixes {

    private static final List<String> PREFIXES =
            List.of("module.", "encoder.", "backbone.", "model.", "_orig_mod.");

    private WrapperPrefixes() {}

    /** A prefix goes where at least half of the tensors carry it; the others keep their names. */
    static Map<String, HostTensor> strip(Map<String, HostTensor> tensors) {
        Map<String, HostTensor> stripped = tensors;
        Optional<String> prefix = common(stripped);
        while (prefix.isPresent()) {
            Map<String, HostTensor> shorter = new LinkedHashMap<>();
            for (Map.Entry<String, HostTensor> named : stripped.entrySet()) {
                shorter.put(without(prefix.get(), named.getKey()), named.getValue());
            }
            if (shorter.size() < stripped.size()) {
                // Two tensors would have one name, as of a student and its teacher.
                return stripped;
            }
            stripped = shorter;
            prefix = common(stripped);
        }
        return stripped;
    }

    private static Optional<String> common(Map<String, HostTensor> tensors) {
        Map<String, Integer> carriers = new HashMap<>();
        for (String name : tensors.keySet()) {
            for (String prefix : PREFIXES) {
                if (name.startsWith(prefix) && name.length() > prefix.length()) {
                    carriers.merge(prefix, 1, Integer::sum);
                }
            }
        }
        return PREFIXES.stream()
                .filter(prefix -> 2 * carriers.getOrDefault(prefix, 0) >= tensors.size())
                .filter(carriers::containsKey)
                .findFirst();
    }

    private static String without(String prefix, String name) {
        return name.startsWith(prefix) && name.length() > prefix.length()
                ? name.substring(prefix.length())
                : name;
    }
}
