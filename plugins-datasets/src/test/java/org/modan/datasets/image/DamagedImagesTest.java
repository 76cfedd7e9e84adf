/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.modan.spi.Image;
import org.modan.spi.Seed;

/**
 * What no file may do, however damaged: fail in a way that is not told, or take memory for itself.
 */
class DamagedImagesTest {

    private static final int PER_KIND = 70;
    private static final long MOST_BYTES = 100_000_000;

    /** The beginnings of what a user is told. */
    private static final String TOLD =
            "(empty: |truncated: |damaged: |has no pixels: |too large: |cannot be decoded: damaged"
                    + "|not a PNG, JPEG, TIFF, BMP or GIF image: )(?s).+";

    private final ImageDecoder decoder = new ImageDecoder();

    @Test
    void tellsWhatIsWrongWithMoreThanAThousandDamagedFiles() throws IOException {
        Map<String, byte[]> kinds = WrittenImages.ofEveryKind();
        int refused = 0;
        for (Map.Entry<String, byte[]> kind : kinds.entrySet()) {
            for (int i = 0; i < PER_KIND; i++) {
                String name = "%s %d".formatted(kind.getKey(), i);
                refused += outcome(name, damaged(kind.getValue(), name, i)) ? 1 : 0;
            }
        }

        assertThat(kinds.size() * PER_KIND).isGreaterThan(1000);
        assertThat(refused).isGreaterThan(500);
    }

    @Test
    void refusesEveryFileThatLacksItsSecondHalf() throws IOException {
        for (Map.Entry<String, byte[]> kind : WrittenImages.ofEveryKind().entrySet()) {
            byte[] half = Arrays.copyOf(kind.getValue(), kind.getValue().length / 2);

            assertThat(outcome(kind.getKey(), half)).as(kind.getKey()).isTrue();
        }
    }

    @Test
    void refusesASizeThatTheFileCannotHold() throws IOException {
        byte[] bitmap = WrittenImages.ofEveryKind().get("bmp grey");
        ByteBuffer.wrap(bitmap)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(18, 10_000)
                .putInt(22, 10_000);

        assertThatThrownBy(() -> decoder.decode(bitmap))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage(
                        "damaged: 10000 x 10000 pixels cannot be in %d bytes; copy the file again",
                        bitmap.length);
    }

    @Test
    void survivesATiffWhoseDirectoriesPointAtEachOther() {
        ByteBuffer file = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {'I', 'I', 42, 0}).putInt(8);
        short exifDirectory = (short) 34665;
        file.putShort((short) 1).putShort(exifDirectory).putShort((short) 4).putInt(1).putInt(8);
        file.putInt(8);

        assertThat(decodes("cycle", file.array())).isFalse();
    }

    /** Whether a file was refused; anything but an image or an explanation fails the test. */
    private boolean outcome(String name, byte[] file) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        boolean decoded = decodes(name, file);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                .as("bytes allocated for " + name)
                .isLessThan(MOST_BYTES);
        return !decoded;
    }

    private boolean decodes(String name, byte[] file) {
        try {
            Image image = decoder.decode(file);
            return image.pixels().length > 0;
        } catch (IOException e) {
            assertThat(e).as(name).isExactlyInstanceOf(IOException.class);
            assertThat(e.getMessage()).as(name).matches(TOLD);
            return false;
        } catch (RuntimeException | Error e) {
            return fail(name + " failed with " + e, e);
        }
    }

    private static byte[] damaged(byte[] whole, String name, int way) {
        RandomGenerator random = new Seed(11).derive("damage", name).random();
        byte[] file = whole.clone();
        switch (way % 4) {
            case 0 -> {
                return Arrays.copyOf(whole, random.nextInt(whole.length));
            }
            case 1 -> {
                for (int i = 0; i <= random.nextInt(4); i++) {
                    file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
            case 2 -> overwrite(file, 0, Math.min(400, file.length), random);
            default -> overwrite(file, Math.max(0, file.length - 300), file.length, random);
        }
        return file;
    }

    /** Headers are at the start, and TIFF's directory at the end. */
    private static void overwrite(byte[] file, int from, int to, RandomGenerator random) {
        for (int i = 0; i < 3; i++) {
            file[from + random.nextInt(to - from)] = (byte) random.nextInt(256);
        }
    }
}
