/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.summary;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modan.runtime.report.stored.EmbeddingMap;
import org.modan.runtime.report.stored.StoredRun;
import org.modan.runtime.report.stored.Thumbnails;

/**
 * The maps of all arms over one list of images, so that a value of a field has one colour in all of
 * them.
 *
 * @param samples every image that is on some map
 * @param fields what images may be coloured by, the combined one first
 * @param sheets the maps
 * @param thumbnails of the images
 */
public record Atlas(
        List<String> samples, List<Field> fields, List<Sheet> sheets, List<Thumbnails> thumbnails) {

    /**
     * Something images differ in.
     *
     * @param values in the order of their colours
     * @param codes of each image the place of its value, or -1
     */
    public record Field(String name, List<String> values, int[] codes) {

        public Field {
            requireNonNull(name, "name is null");
            values = List.copyOf(values);
            codes = codes.clone();
        }

        @Override
        public int[] codes() {
            return codes.clone();
        }
    }

    /**
     * One map.
     *
     * @param images of each point the place of its image among the samples
     */
    public record Sheet(EmbeddingMap map, int[] images) {

        public Sheet {
            requireNonNull(map, "map is null");
            images = images.clone();
        }

        @Override
        public int[] images() {
            return images.clone();
        }
    }

    public Atlas {
        samples = List.copyOf(samples);
        fields = List.copyOf(fields);
        sheets = List.copyOf(sheets);
        thumbnails = List.copyOf(thumbnails);
    }

    public boolean isEmpty() {
        return sheets.isEmpty();
    }

    /** With the maps in the order of the arms. */
    public static Atlas of(Study study) {
        StoredRun run = study.run();
        List<String> arms = study.arms().stream().map(Arm::id).toList();
        Map<String, Integer> places = new LinkedHashMap<>();
        Map<String, List<String>> values = new LinkedHashMap<>();
        List<Sheet> sheets = new ArrayList<>();
        List<EmbeddingMap> maps =
                run.maps().stream()
                        .sorted(Comparator.comparingInt(map -> arms.indexOf(map.arm())))
                        .toList();
        for (EmbeddingMap map : maps) {
            map.fields().forEach(field -> values.computeIfAbsent(field, f -> new ArrayList<>()));
            int[] images = new int[map.samples().size()];
            for (int i = 0; i < images.length; i++) {
                images[i] = places.computeIfAbsent(map.samples().get(i), s -> places.size());
                for (int f = 0; f < map.fields().size(); f++) {
                    put(values.get(map.fields().get(f)), images[i], map.values().get(f).get(i));
                }
            }
            sheets.add(new Sheet(map, images));
        }
        List<Field> fields = new ArrayList<>();
        combined(run.settings().metadata(), values, places.size()).ifPresent(fields::add);
        values.forEach((name, texts) -> fields.add(field(name, texts, places.size())));
        return new Atlas(List.copyOf(places.keySet()), fields, sheets, run.thumbnails());
    }

    private static void put(List<String> values, int place, String value) {
        while (values.size() <= place) {
            values.add("");
        }
        values.set(place, value);
    }

    /** What makes the target, together: the paper colours by pairs of modality and anatomy. */
    private static Optional<Field> combined(
            List<String> target, Map<String, List<String>> values, int samples) {
        List<String> names = target.stream().filter(values::containsKey).toList();
        if (names.size() < 2) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            int place = i;
            texts.add(
                    String.join(
                            " · ",
                            names.stream()
                                    .map(name -> values.get(name))
                                    .map(field -> place < field.size() ? field.get(place) : "")
                                    .filter(value -> !value.isEmpty())
                                    .toList()));
        }
        return Optional.of(field(String.join(" + ", names), texts, samples));
    }

    private static Field field(String name, List<String> texts, int samples) {
        List<String> values = Palette.order(texts);
        Map<String, Integer> places = new LinkedHashMap<>();
        values.forEach(value -> places.put(value, places.size()));
        int[] codes = new int[samples];
        Arrays.fill(codes, -1);
        for (int i = 0; i < texts.size(); i++) {
            codes[i] = places.getOrDefault(texts.get(i), -1);
        }
        return new Field(name, values, codes);
    }
}
