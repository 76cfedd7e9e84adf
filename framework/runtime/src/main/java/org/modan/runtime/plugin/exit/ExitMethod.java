/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin.exit;

import java.util.Arrays;
import java.util.Optional;

/** A method that ends the process. */
public enum ExitMethod {
    SYSTEM_EXIT("java/lang/System", "exit", true),
    RUNTIME_EXIT("java/lang/Runtime", "exit", false),
    RUNTIME_HALT("java/lang/Runtime", "halt", false);

    private static final String DESCRIPTOR = "(I)V";

    /** No compiler makes such a name. */
    private static final String SUBSTITUTE = "modan$refused$";

    private final String owner;
    private final String method;
    private final boolean isStatic;

    ExitMethod(String owner, String method, boolean isStatic) {
        this.owner = owner;
        this.method = method;
        this.isStatic = isStatic;
    }

    static Optional<ExitMethod> of(String owner, String method, String descriptor) {
        return Arrays.stream(values())
                .filter(
                        exit ->
                                exit.owner.equals(owner)
                                        && exit.method.equals(method)
                                        && DESCRIPTOR.equals(descriptor))
                .findFirst();
    }

    /** Whether a method has the name of one that was put in the place of another. */
    public static boolean isSubstitute(String method) {
        return method.startsWith(SUBSTITUTE);
    }

    /** The name of the static method that a class calls instead. */
    String substitute() {
        return SUBSTITUTE + simpleOwner() + "$" + method;
    }

    /** What that one takes: the receiver, if there is one, and the exit code. */
    String substituteDescriptor() {
        return isStatic ? DESCRIPTOR : "(L" + owner + ";I)V";
    }

    /** The index of the exit code among its local variables. */
    int codeVariable() {
        return isStatic ? 0 : 1;
    }

    /** As its author wrote it, without the exit code: {@code System.exit}. */
    String described() {
        return simpleOwner() + "." + method;
    }

    private String simpleOwner() {
        return owner.substring(owner.lastIndexOf('/') + 1);
    }
}
