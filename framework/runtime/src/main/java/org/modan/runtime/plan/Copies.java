/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.modan.runtime.data.OpenDataset;

/**
 * Byte-identical images: copies within a task may stand on both sides of a split, and what an
 * encoder was pretrained on is no longer unseen.
 */
final class Copies {

    private Copies() {}

    /** What to say of a task that holds an image more than once. */
    static Optional<String> within(OpenDataset task) {
        Map<String, String> first = new HashMap<>();
        Map<String, String> copies = new LinkedHashMap<>();
        for (int i = 0; i < task.samples().size(); i++) {
            String id = task.samples().get(i).id();
            String other = first.putIfAbsent(task.contents().get(i), id);
            if (other != null) {
                copies.put(id, other);
            }
        }
        return copies.entrySet().stream()
                .findFirst()
                .map(
                        example ->
                                "%d of %d images are copies of others (%s = %s) and may be trained and tested on at once"
                                        .formatted(
                                                copies.size(),
                                                task.samples().size(),
                                                example.getValue(),
                                                example.getKey()));
    }

    /** What to say of a task whose images are also in the corpus. */
    static Optional<String> between(OpenDataset corpus, OpenDataset task) {
        Map<String, String> known = new HashMap<>();
        for (int i = 0; i < corpus.samples().size(); i++) {
            known.put(corpus.contents().get(i), corpus.samples().get(i).id());
        }
        int shared = 0;
        String example = "";
        for (int i = 0; i < task.samples().size(); i++) {
            String other = known.get(task.contents().get(i));
            if (other != null) {
                shared++;
                example = "%s = %s".formatted(task.samples().get(i).id(), other);
            }
        }
        return shared == 0
                ? Optional.empty()
                : Optional.of(
                        "%d of %d images are in the corpus too (%s): encoders have seen them"
                                .formatted(shared, task.samples().size(), example));
    }
}
