/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.page;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.modan.runtime.report.figure.Extent;
import org.modan.runtime.report.stored.Thumbnails;
import org.modan.runtime.report.summary.Atlas;
import org.modan.runtime.report.summary.Palette;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes maps for the page's script. Numbers are little-endian in base64: places as 16-bit steps of
 * the map's extent, far finer than a screen, codes as 16 bits with 0xffff for none.
 */
final class AtlasJson {

    private static final int STEPS = 0xffff;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AtlasJson() {}

    static String write(Atlas atlas) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put(
                "palette",
                IntStream.range(0, Palette.size())
                        .mapToObj(i -> String.format("#%06x", Palette.colour(i)))
                        .toList());
        root.put("other", String.format("#%06x", Palette.OTHER));
        root.put("samples", atlas.samples());
        root.put("fields", atlas.fields().stream().map(AtlasJson::field).toList());
        root.put(
                "maps",
                atlas.sheets().stream().map(sheet -> map(sheet, atlas.samples().size())).toList());
        root.put(
                "thumbnails",
                atlas.thumbnails().stream().map(sheet -> thumbnails(atlas, sheet)).toList());
        // Nothing in a text may end the element that the data stand in.
        return JSON.writeValueAsString(root)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }

    private static Map<String, Object> field(Atlas.Field field) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", field.name());
        entry.put("values", field.values());
        entry.put("codes", shorts(field.codes()));
        return entry;
    }

    private static Map<String, Object> map(Atlas.Sheet sheet, int samples) {
        double[] x = sheet.map().x();
        double[] y = sheet.map().y();
        Extent extent = Extent.of(x, y);
        int[] places = new int[2 * x.length];
        for (int i = 0; i < x.length; i++) {
            places[2 * i] = (int) Math.round(extent.across(x[i]) * STEPS);
            places[2 * i + 1] = (int) Math.round((1 - extent.up(y[i])) * STEPS);
        }
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("arm", sheet.map().arm());
        entry.put("evaluator", sheet.map().evaluator());
        entry.put("places", shorts(places));
        int[] images = sheet.images();
        boolean all =
                images.length == samples
                        && IntStream.range(0, samples).allMatch(i -> images[i] == i);
        if (!all) {
            entry.put("images", integers(images));
        }
        return entry;
    }

    private static Map<String, Object> thumbnails(Atlas atlas, Thumbnails thumbnails) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < thumbnails.samples().size(); i++) {
            places.put(thumbnails.samples().get(i), i);
        }
        List<Integer> index = new ArrayList<>();
        atlas.samples().forEach(sample -> index.add(places.getOrDefault(sample, -1)));
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("size", thumbnails.size());
        entry.put("columns", thumbnails.columns());
        entry.put("index", integers(index.stream().mapToInt(Integer::intValue).toArray()));
        return entry;
    }

    private static String shorts(int[] values) {
        ByteBuffer bytes =
                ByteBuffer.allocate(values.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static String integers(int[] values) {
        ByteBuffer bytes =
                ByteBuffer.allocate(values.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putInt(value);
        }
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
