/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/**
 * Why a pickle is not read: it names what no weight file needs. Checkpoints of honest programs do
 * so too, beside their weights; for these it says how to save the weights alone.
 */
final class PickleRefusal {

    private static final int LONGEST_NAME = 80;

    /** Modules that nothing an honest program saves is of: whoever names them attacks. */
    private static final Set<String> HOSTILE =
            Set.of(
                    "posix",
                    "nt",
                    "os",
                    "sys",
                    "subprocess",
                    "builtins",
                    "__builtin__",
                    "runpy",
                    "shutil",
                    "socket",
                    "importlib",
                    "operator");

    private static final String PICKLED_MODULES = "_modules";

    private final Path file;
    private final byte[] pickle;

    /**
     * @param pickle all of it, to find what lies in it by
     */
    PickleRefusal(Path file, byte[] pickle) {
        this.file = file;
        this.pickle = pickle;
    }

    ModanException of(String name) {
        // The name is the file's own text, and goes to a terminal.
        String plain = name.replaceAll("[^\\x21-\\x7e]", "?");
        return new ModanException(
                ErrorCode.CONFIGURATION,
                "%s asks to run %s, which no weight file needs; it is refused. %s"
                        .formatted(
                                file,
                                plain.substring(0, Math.min(plain.length(), LONGEST_NAME)),
                                remedy(name)));
    }

    private String remedy(String name) {
        int dot = name.indexOf('.');
        if (HOSTILE.contains(dot < 0 ? name : name.substring(0, dot))) {
            return "Use a file that holds a state_dict alone";
        }
        return "If you trust the file, and only then, save its weights alone with Python: import torch; torch.save(torch.load(\"%s\", map_location=\"cpu\", weights_only=False)%s, \"weights.pth\")"
                .formatted(file.toString().replace("\\", "\\\\").replace("\"", "\\\""), weights());
    }

    /** Python for where the weights lie. */
    private String weights() {
        String place = place().map("[\"%s\"]"::formatted).orElse("");
        return holds(PICKLED_MODULES) ? place + ".state_dict()" : place;
    }

    private Optional<String> place() {
        return StateDict.USUAL_PLACES.stream().filter(this::holds).findFirst();
    }

    /** Whether the pickle has the text: after its length in one byte or four. */
    private boolean holds(String text) {
        String all = new String(pickle, StandardCharsets.ISO_8859_1);
        char length = (char) text.length();
        return all.contains("\u008c" + length + text)
                || all.contains("X" + length + "\0\0\0" + text);
    }
}
