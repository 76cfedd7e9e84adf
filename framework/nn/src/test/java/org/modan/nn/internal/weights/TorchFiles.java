/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes files as {@code torch.save} does, and as an attacker would. */
final class TorchFiles {

    private TorchFiles() {}

    static Path zip(Path file, Pickle index, Map<String, float[]> storages) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        entries.put("archive/data.pkl", index.stop());
        entries.put("archive/byteorder", "little".getBytes(StandardCharsets.US_ASCII));
        storages.forEach((key, values) -> entries.put("archive/data/" + key, bytes(values)));
        return zip(file, entries);
    }

    static Path zip(Path file, Map<String, byte[]> entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> named : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(named.getKey());
                CRC32 sum = new CRC32();
                sum.update(named.getValue());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(named.getValue().length);
                entry.setCrc(sum.getValue());
                zip.putNextEntry(entry);
                zip.write(named.getValue());
            }
        }
        return file;
    }

    static void deflatedZip(Path file, String name, byte[] content) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
    }

    static Path legacy(Path file, Pickle index, Map<String, float[]> storages) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(new Pickle().magic().stop());
        bytes.write(new Pickle().number(1001).stop());
        bytes.write(
                new Pickle().dictionary().mark().text("little_endian").isTrue().setItems().stop());
        bytes.write(index.stop());
        Pickle keys = new Pickle().list().mark();
        storages.keySet().forEach(keys::text);
        bytes.write(keys.appends().stop());
        for (float[] values : storages.values()) {
            bytes.write(littleEndian(Long.BYTES).putLong(values.length).array());
            bytes.write(bytes(values));
        }
        return Files.write(file, bytes.toByteArray());
    }

    /** Takes the last entry's content out of a zip and has its name point at the one before. */
    static void overlapLastTwo(Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        ByteBuffer zip = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
        int end = whole.length - 22;
        int directory = zip.getInt(end + 16);
        int before = 0;
        int last = directory;
        for (int next = directory; next < end; next += 46 + zip.getShort(next + 28)) {
            before = last;
            last = next;
        }
        int content = zip.getInt(last + 42);
        zip.putInt(last + 42, zip.getInt(before + 42));
        zip.putInt(end + 16, content);
        ByteArrayOutputStream shorter = new ByteArrayOutputStream();
        shorter.write(whole, 0, content);
        shorter.write(whole, directory, whole.length - directory);
        Files.write(file, shorter.toByteArray());
    }

    static byte[] bytes(float... values) {
        ByteBuffer bytes = littleEndian(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    static ByteBuffer littleEndian(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
