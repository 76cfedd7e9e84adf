/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.modan.runtime.data.OpenDataset;

/** Images of a task that the corpus holds too: what an encoder was pretrained on is not unseen. */
final class Copies {

    private Copies() {}

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
