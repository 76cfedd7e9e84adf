/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.modan.spi.Sample;

class ReportJsonTest {

    /** Scripts depend on every key of it. */
    @Test
    void theKeysAreAContract() {
        Scene scene = Scene.of(1, 1);
        DatasetReport report =
                new ScannedDataset(List.of("benign", "malignant"), List.of("probe"))
                        .add(
                                Sample.withId("a").label(0).group("p").metadata("probe", "linear"),
                                scene.image(64, 64))
                        .copy(Sample.withId("b").label(1).group("q"), "a")
                        .add(
                                Sample.withId("cut"),
                                () -> {
                                    throw new IOException("ends \"too\" soon");
                                })
                        .report();

        assertThat(ReportJson.of(CheckOutcome.of(report)))
                .isEqualToIgnoringWhitespace(
                        """
                        {
                          "usable": false,
                          "problems": [ ],
                          "warnings": [ ],
                          "datasets": [ {
                            "name": "scans",
                            "adapter": "scanned",
                            "description": "scans",
                            "usable": false,
                            "problems": [ "1 of 3 images cannot be read: mend them, replace them from the original archive, or take them out" ],
                            "warnings": [
                              "one scanner was out of order",
                              "1 image has no group and is taken for a patient of its own",
                              "1 set of identical images of different classes: at least one label is wrong",
                              "1 set of identical images of different groups: folds may train and test on the same image"
                            ],
                            "images": 3,
                            "readable": 2,
                            "classes": { "benign": 1, "malignant": 1 },
                            "unlabelled": 1,
                            "groups": {
                              "count": 2,
                              "images_without": 1,
                              "median_images": 1.0,
                              "most_images": 1,
                              "largest": "p",
                              "of_several_classes": 0
                            },
                            "sizes": {
                              "different": 1,
                              "smallest": [ 64, 64 ],
                              "largest": [ 64, 64 ],
                              "commonest": [ 64, 64 ],
                              "images_of_commonest": 2
                            },
                            "colours": { "grey": 2, "rgb": 0, "rgb_without_colour": 0 },
                            "metadata": { "probe": { "missing": 2, "values": { "linear": 1 } } },
                            "flat": [ ],
                            "unreadable": [ { "id": "cut", "reason": "ends \\"too\\" soon" } ],
                            "identical": [ {
                              "images": [
                                { "id": "a", "class": "benign", "group": "p" },
                                { "id": "b", "class": "malignant", "group": "q" }
                              ],
                              "across_classes": true,
                              "across_groups": true
                            } ],
                            "near_identical": {
                              "pairs": 0,
                              "images": 0,
                              "across_classes": 0,
                              "across_groups": 0,
                              "named": [ ]
                            }
                          } ]
                        }
                        """);
    }

    @Test
    void whatIsNotKnownIsNull() {
        DatasetReport empty = new ScannedDataset(List.of(), List.of()).report();

        assertThat(ReportJson.of(CheckOutcome.of(empty)))
                .contains("\"sizes\" : null", "\"largest\" : null", "\"usable\" : false");
    }

    @Test
    void namesNearIdenticalPairs() {
        DatasetReport report =
                new ScannedDataset(List.of(), List.of())
                        .add(Sample.withId("a"), Scene.of(1, 1).image(64, 64))
                        .add(Sample.withId("b"), Scene.of(1, 1).image(65, 64))
                        .report();

        assertThat(ReportJson.of(CheckOutcome.of(report)))
                .containsIgnoringWhitespaces(
                        """
                        "named": [ {
                          "images": [
                            { "id": "a", "class": null, "group": null },
                            { "id": "b", "class": null, "group": null }
                          ],
                          "similarity": 0.99
                        """
                                .strip());
    }
}
