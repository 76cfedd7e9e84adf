/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Arrays in native memory, which no garbage collector sees: what was there at one moment, and what
 * came and stayed since. Every manager of the process is looked at, so nothing else may be making
 * arrays meanwhile.
 */
public final class NativeArrays {

    private static final int SHOWN = 3;

    private final NDManager root;
    private final Set<NDArray> before = Collections.newSetFromMap(new IdentityHashMap<>());

    private NativeArrays(NDManager root) {
        this.root = root;
        before.addAll(root.getManagedArrays());
    }

    /** Remembers what is open now. */
    public static NativeArrays open() {
        try (NDManager manager = Cpu.newManager()) {
            return new NativeArrays(manager.getParentManager());
        }
    }

    /**
     * @param what was done since
     * @param remedy completes the message
     * @throws ContractViolation if an array is open that was not
     */
    public void requireNoneLeft(String what, String remedy) {
        List<String> left =
                root.getManagedArrays().stream()
                        .filter(array -> !before.contains(array))
                        .map(array -> array.getShape() + " " + array.getDataType())
                        .sorted()
                        .toList();
        if (!left.isEmpty()) {
            String shown = left.stream().limit(SHOWN).collect(Collectors.joining(", "));
            throw new ContractViolation(
                    "%s left %d native %s open that nothing closes (%s%s): memory fills up step by step; %s"
                            .formatted(
                                    what,
                                    left.size(),
                                    left.size() == 1 ? "array" : "arrays",
                                    shown,
                                    left.size() > SHOWN ? ", ..." : "",
                                    remedy));
        }
    }
}
