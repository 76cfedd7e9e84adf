/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON at the head of a safetensors file.
 *
 * @param entries where each tensor lies, in the file's order of names
 */
record SafetensorsHeader(List<Entry> entries, Map<String, String> metadata) {

    private static final String METADATA = "__metadata__";
    private static final int ALIGNMENT = 8;

    private static final Map<String, DataType> TYPES =
            Map.of(
                    "F64", DataType.FLOAT64,
                    "F32", DataType.FLOAT32,
                    "F16", DataType.FLOAT16,
                    "BF16", DataType.BFLOAT16,
                    "I64", DataType.INT64,
                    "I32", DataType.INT32,
                    "I16", DataType.INT16,
                    "I8", DataType.INT8,
                    "U8", DataType.UINT8,
                    "BOOL", DataType.BOOLEAN);

    /**
     * One tensor's place.
     *
     * @param begin first byte, counted from the end of the header
     * @param end the byte after the last
     */
    record Entry(String name, DataType type, Shape shape, long begin, long end) {

        long length() {
            return end - begin;
        }
    }

    /** Padded with spaces, so that the data that follows is aligned. */
    byte[] toBytes() {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.beginObject();
            if (!metadata.isEmpty()) {
                json.name(METADATA).beginObject();
                for (Map.Entry<String, String> item : metadata.entrySet()) {
                    json.name(item.getKey()).value(item.getValue());
                }
                json.endObject();
            }
            for (Entry entry : entries) {
                json.name(entry.name()).beginObject();
                json.name("dtype").value(nameOf(entry.type()));
                writeLongs(json.name("shape"), entry.shape().getShape());
                writeLongs(json.name("data_offsets"), entry.begin(), entry.end());
                json.endObject();
            }
            json.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory is always written", e);
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        int padded = (bytes.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        byte[] result = Arrays.copyOf(bytes, padded);
        Arrays.fill(result, bytes.length, padded, (byte) ' ');
        return result;
    }

    /**
     * @throws MalformedFileException if it is not such a header; the message says where and how
     */
    static SafetensorsHeader parse(byte[] bytes) throws MalformedFileException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        String place = "its header is not a JSON object";
        try (JsonReader json =
                new JsonReader(new StringReader(new String(bytes, StandardCharsets.UTF_8)))) {
            json.beginObject();
            while (json.hasNext()) {
                String name = json.nextName();
                place = "its header does not describe %s as the format asks".formatted(name);
                if (name.equals(METADATA)) {
                    readMetadata(json, metadata);
                } else if (entries.put(name, readEntry(name, json)) != null) {
                    throw new MalformedFileException("its header names " + name + " twice");
                }
                place = "its header is no JSON after " + name;
            }
            json.endObject();
            place = "its header goes on after its end";
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedFileException(place);
            }
        } catch (MalformedFileException e) {
            throw e;
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            // The parser's own words are of its workings.
            throw new MalformedFileException(place, e);
        }
        return new SafetensorsHeader(List.copyOf(entries.values()), metadata);
    }

    private static void readMetadata(JsonReader json, Map<String, String> into) throws IOException {
        json.beginObject();
        while (json.hasNext()) {
            into.put(json.nextName(), json.nextString());
        }
        json.endObject();
    }

    private static Entry readEntry(String name, JsonReader json) throws IOException {
        String type = "";
        long[] shape = {};
        long[] offsets = {};
        json.beginObject();
        while (json.hasNext()) {
            String key = json.nextName();
            switch (key) {
                case "dtype" -> type = json.nextString();
                case "shape" -> shape = readLongs(json);
                case "data_offsets" -> offsets = readLongs(json);
                default -> throw new MalformedFileException(name + " has an unknown " + key);
            }
        }
        json.endObject();
        if (!TYPES.containsKey(type)) {
            throw new MalformedFileException("%s is of unknown type '%s'".formatted(name, type));
        }
        if (offsets.length != 2) {
            throw new MalformedFileException(name + " has no place");
        }
        long size = size(name, TYPES.get(type), shape);
        if (offsets[0] < 0 || offsets[1] < offsets[0] || offsets[1] - offsets[0] != size) {
            throw new MalformedFileException(
                    "%s needs %d bytes, but lies from %d to %d"
                            .formatted(name, size, offsets[0], offsets[1]));
        }
        return new Entry(name, TYPES.get(type), new Shape(shape), offsets[0], offsets[1]);
    }

    /** In bytes. */
    private static long size(String name, DataType type, long[] shape)
            throws MalformedFileException {
        long size = type.getNumOfBytes();
        for (long length : shape) {
            if (length < 0) {
                throw new MalformedFileException(name + " has a negative size");
            }
            try {
                size = Math.multiplyExact(size, length);
            } catch (ArithmeticException e) {
                throw new MalformedFileException(name + " is larger than any file", e);
            }
        }
        return size;
    }

    private static String nameOf(DataType type) {
        return TYPES.entrySet().stream()
                .filter(entry -> entry.getValue() == type)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("safetensors has no type " + type));
    }

    private static long[] readLongs(JsonReader json) throws IOException {
        List<Long> values = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            values.add(json.nextLong());
        }
        json.endArray();
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    private static void writeLongs(JsonWriter json, long... values) throws IOException {
        json.beginArray();
        for (long value : values) {
            json.value(value);
        }
        json.endArray();
    }
}
