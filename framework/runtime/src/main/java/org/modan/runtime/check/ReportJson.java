/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.modan.runtime.data.Unreadable;
import tools.jackson.databind.json.JsonMapper;

/** Reports as JSON. Its keys are a contract: scripts depend on them. */
public final class ReportJson {

    private ReportJson() {}

    /** One object with {@code usable}, which holds for all of it, and {@code datasets}. */
    public static String of(CheckOutcome outcome) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("usable", outcome.isUsable());
        json.put("problems", outcome.problems());
        json.put("warnings", outcome.warnings());
        json.put("datasets", outcome.datasets().stream().map(ReportJson::of).toList());
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }

    private static Map<String, Object> of(DatasetReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", report.name());
        json.put("adapter", report.adapter());
        json.put("description", report.description());
        json.put("usable", report.isUsable());
        json.put("problems", report.problems());
        json.put("warnings", report.warnings());
        json.put("images", report.images());
        json.put("readable", report.readable());
        json.put("classes", report.classes());
        json.put("unlabelled", report.unlabelled());
        json.put("groups", groups(report.groups()));
        json.put("sizes", report.sizes().map(ReportJson::sizes).orElse(null));
        json.put("colours", colours(report.colours()));
        json.put("metadata", metadata(report.fields()));
        json.put("flat", report.flat());
        json.put("unreadable", report.unreadable().stream().map(ReportJson::unreadable).toList());
        json.put("identical", report.copies().stream().map(ReportJson::copies).toList());
        json.put("near_identical", nearPairs(report.nearPairs()));
        return json;
    }

    private static Map<String, Object> groups(Groups groups) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("count", groups.groups());
        json.put("images_without", groups.imagesWithout());
        json.put("median_images", groups.medianImages());
        json.put("most_images", groups.mostImages());
        json.put("largest", groups.largest().orElse(null));
        json.put("of_several_classes", groups.ofSeveralClasses());
        return json;
    }

    private static Map<String, Object> sizes(Sizes sizes) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("different", sizes.different());
        json.put("smallest", size(sizes.smallest()));
        json.put("largest", size(sizes.largest()));
        json.put("commonest", size(sizes.commonest()));
        json.put("images_of_commonest", sizes.images());
        return json;
    }

    private static List<Integer> size(PixelSize size) {
        return List.of(size.width(), size.height());
    }

    private static Map<String, Integer> colours(Map<ColourMode, Integer> colours) {
        Map<String, Integer> json = new LinkedHashMap<>();
        for (ColourMode mode : ColourMode.values()) {
            json.put(mode.name().toLowerCase(Locale.ROOT), colours.getOrDefault(mode, 0));
        }
        return json;
    }

    private static Map<String, Object> metadata(List<FieldTally> fields) {
        Map<String, Object> json = new LinkedHashMap<>();
        fields.forEach(
                field ->
                        json.put(
                                field.name(),
                                new TreeMap<>(
                                        Map.of(
                                                "missing",
                                                field.missing(),
                                                "values",
                                                field.images()))));
        return json;
    }

    private static Map<String, Object> unreadable(Unreadable image) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", image.id());
        json.put("reason", image.reason());
        return json;
    }

    private static Map<String, Object> copies(CopySet set) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("images", set.pictures().stream().map(ReportJson::picture).toList());
        json.put("across_classes", set.acrossClasses());
        json.put("across_groups", set.acrossGroups());
        return json;
    }

    private static Map<String, Object> nearPairs(NearPairs near) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("pairs", near.pairs());
        json.put("images", near.images());
        json.put("across_classes", near.acrossClasses());
        json.put("across_groups", near.acrossGroups());
        List<Map<String, Object>> named = new ArrayList<>();
        for (NearPair pair : near.gravest()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("images", List.of(picture(pair.first()), picture(pair.second())));
            entry.put("similarity", Math.round(pair.similarity() * 1e4) / 1e4);
            entry.put("across_classes", pair.acrossClasses());
            entry.put("across_groups", pair.acrossGroups());
            named.add(entry);
        }
        json.put("named", named);
        return json;
    }

    private static Map<String, Object> picture(Picture picture) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", picture.id());
        json.put("class", orNull(picture.className()));
        json.put("group", orNull(picture.group()));
        return json;
    }

    private static Object orNull(Optional<String> text) {
        return text.orElse(null);
    }
}
