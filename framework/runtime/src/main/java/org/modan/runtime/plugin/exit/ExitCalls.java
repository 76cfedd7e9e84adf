/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin.exit;

import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/**
 * Takes the calls that end the process out of a plugin's class: {@code System.exit}, {@code
 * Runtime.exit} and {@code Runtime.halt}, called or referred to as a method. In their place an
 * error is thrown, so that only what the plugin was doing fails. A call by reflection stays.
 */
public final class ExitCalls {

    private static final int FIRST_ITEM = 1;
    private static final int METHOD_OF_CLASS = 10; // JVM specification, table 4.4-A

    private ExitCalls() {}

    /**
     * The same class without the calls.
     *
     * @return empty if it has none, or is of a form that cannot be read here; it is then used as it
     *     is
     */
    public static Optional<byte[]> replacedIn(byte[] classFile) {
        try {
            ClassReader reader = new ClassReader(classFile);
            if (!isNamedIn(reader)) {
                return Optional.empty();
            }
            ClassWriter writer = new ClassWriter(reader, 0);
            reader.accept(new ExitReplacer(writer), 0);
            return Optional.of(writer.toByteArray());
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // Of a later Java, or damaged: the virtual machine says so better when it loads it.
            return Optional.empty();
        }
    }

    /** Almost no class has one, so only the constants are looked through. */
    private static boolean isNamedIn(ClassReader reader) {
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = FIRST_ITEM; i < reader.getItemCount(); i++) {
            int offset = reader.getItem(i);
            if (offset > 0 && reader.readByte(offset - 1) == METHOD_OF_CLASS) {
                int nameAndType = reader.getItem(reader.readUnsignedShort(offset + 2));
                if (ExitMethod.of(
                                reader.readClass(offset, buffer),
                                reader.readUTF8(nameAndType, buffer),
                                reader.readUTF8(nameAndType + 2, buffer))
                        .isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }
}
