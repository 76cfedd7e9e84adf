/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * What {@code torch.save} has written since PyTorch 1.6: a zip with {@code NAME/data.pkl} and the
 * storages {@code NAME/data/0}, {@code NAME/data/1} and so on.
 *
 * <p>Entries are read only as PyTorch stores them, uncompressed: so none can be larger than its
 * file.
 */
final class TorchZip implements TorchArchive {

    private static final String INDEX = "data.pkl";

    private final ZipFile zip;
    private final String root;
    private final TorchIndex index;

    private TorchZip(ZipFile zip, Path file) throws IOException {
        this.zip = zip;
        this.root = root(zip);
        requireWeights();
        WeightUnpickler unpickler = new WeightUnpickler(file);
        Object saved =
                unpickler.read(new ByteArrayInputStream(read(INDEX, LegacyTorch.LONGEST_INDEX)));
        this.index = new TorchIndex(saved, unpickler.storages());
    }

    static TorchZip open(Path file) throws IOException {
        ZipFile zip = openZip(file);
        try {
            return new TorchZip(zip, file);
        } catch (IllegalArgumentException e) {
            // Java's answer to some names that are no UTF-8.
            zip.close();
            throw new IOException("its list of files is malformed", e);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static ZipFile openZip(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new IOException("it begins as a zip, but is cut off or damaged", e);
        }
    }

    @Override
    public TorchIndex index() {
        return index;
    }

    @Override
    public byte[] values(TorchStorage whole) throws IOException {
        String name = "data/" + whole.key();
        byte[] values = read(name, whole.length());
        if (values.length != whole.length()) {
            throw new IOException(
                    "%s has %d bytes instead of %d".formatted(name, values.length, whole.length()));
        }
        return values;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static String root(ZipFile zip) throws IOException {
        List<String> roots =
                zip.stream()
                        .map(ZipEntry::getName)
                        .filter(name -> name.matches("([^/]+/)?" + Pattern.quote(INDEX)))
                        .map(name -> name.substring(0, name.length() - INDEX.length()))
                        .toList();
        if (roots.size() != 1) {
            throw new IOException(
                    "it is a zip with %d files %s, where PyTorch's has one"
                            .formatted(roots.size(), INDEX));
        }
        return roots.get(0);
    }

    private void requireWeights() throws IOException {
        if (zip.getEntry(root + "constants.pkl") != null) {
            throw new IOException("it holds a TorchScript program, no state_dict");
        }
        if (zip.getEntry(root + "byteorder") != null) {
            String order = new String(read("byteorder", 16), StandardCharsets.US_ASCII).strip();
            if (!order.equals("little")) {
                throw new IOException("its values are not in little-endian order");
            }
        }
    }

    private byte[] read(String name, long longest) throws IOException {
        ZipEntry entry = zip.getEntry(root + name);
        if (entry == null) {
            throw new IOException("it has no " + name);
        }
        if (entry.getMethod() != ZipEntry.STORED || entry.getSize() != entry.getCompressedSize()) {
            throw new IOException(name + " is compressed, which PyTorch's files are not");
        }
        if (entry.getSize() > longest) {
            throw new IOException(
                    "%s has %d bytes, and %d at most are expected"
                            .formatted(name, entry.getSize(), longest));
        }
        byte[] bytes;
        try (InputStream stream = zip.getInputStream(entry)) {
            bytes = stream.readAllBytes();
        } catch (ZipException e) {
            throw new IOException(name + " is not where the zip's list of files has it", e);
        }
        CRC32 sum = new CRC32();
        sum.update(bytes);
        if (bytes.length != entry.getSize() || sum.getValue() != entry.getCrc()) {
            throw new IOException(name + " does not have the checksum it was written with");
        }
        return bytes;
    }
}
