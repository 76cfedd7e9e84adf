/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.modan.testkit.SharedFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Labels and scores with what scikit-learn makes of them. */
record ScoredCase(int[] labels, double[] scores, double auc, double averagePrecision) {

    static List<ScoredCase> golden() throws IOException {
        List<ScoredCase> cases = new ArrayList<>();
        for (JsonNode one :
                JsonMapper.shared()
                        .readTree(
                                Files.readString(SharedFolder.golden().resolve("statistics.json")))
                        .get("auc")) {
            cases.add(
                    new ScoredCase(
                            one.get("labels").valueStream().mapToInt(JsonNode::asInt).toArray(),
                            one.get("scores")
                                    .valueStream()
                                    .mapToDouble(JsonNode::asDouble)
                                    .toArray(),
                            one.get("auc").asDouble(),
                            one.get("ap").asDouble()));
        }
        return cases;
    }
}
