/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin.exit;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Rewrites a class: what it calls of {@link ExitMethod} becomes a method of its own that throws.
 * The thrown type is one of Java's, as a plugin sees none of the runtime's, and an error, as much
 * code catches every exception.
 */
final class ExitReplacer extends ClassVisitor {

    private static final int API = Opcodes.ASM9;
    private static final String ERROR = "java/lang/Error";

    private final Set<ExitMethod> called = EnumSet.noneOf(ExitMethod.class);
    private String className = "";
    private boolean isInterface;

    ExitReplacer(ClassVisitor next) {
        super(API, next);
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            String signature,
            String superName,
            String[] interfaces) {
        className = name;
        isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
        super.visit(version, access, name, signature, superName, interfaces);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        return new Calls(super.visitMethod(access, name, descriptor, signature, exceptions));
    }

    @Override
    public void visitEnd() {
        called.forEach(this::addSubstitute);
        super.visitEnd();
    }

    private Optional<ExitMethod> find(String owner, String name, String descriptor) {
        Optional<ExitMethod> exit = ExitMethod.of(owner, name, descriptor);
        exit.ifPresent(called::add);
        return exit;
    }

    /** {@code throw new Error("System.exit(".concat(String.valueOf(code)).concat(")"))}. */
    private void addSubstitute(ExitMethod exit) {
        MethodVisitor code =
                super.visitMethod(
                        Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
                        exit.substitute(),
                        exit.substituteDescriptor(),
                        null,
                        null);
        code.visitCode();
        code.visitTypeInsn(Opcodes.NEW, ERROR);
        code.visitInsn(Opcodes.DUP);
        code.visitLdcInsn(exit.described() + "(");
        code.visitVarInsn(Opcodes.ILOAD, exit.codeVariable());
        code.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                "java/lang/String",
                "valueOf",
                "(I)Ljava/lang/String;",
                false);
        concat(code);
        code.visitLdcInsn(")");
        concat(code);
        code.visitMethodInsn(
                Opcodes.INVOKESPECIAL, ERROR, "<init>", "(Ljava/lang/String;)V", false);
        code.visitInsn(Opcodes.ATHROW);
        code.visitMaxs(4, exit.codeVariable() + 1);
        code.visitEnd();
    }

    private static void concat(MethodVisitor code) {
        code.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                "java/lang/String",
                "concat",
                "(Ljava/lang/String;)Ljava/lang/String;",
                false);
    }

    private final class Calls extends MethodVisitor {

        Calls(MethodVisitor next) {
            super(API, next);
        }

        @Override
        public void visitMethodInsn(
                int opcode, String owner, String name, String descriptor, boolean ofInterface) {
            Optional<ExitMethod> exit = find(owner, name, descriptor);
            if (exit.isEmpty()) {
                super.visitMethodInsn(opcode, owner, name, descriptor, ofInterface);
                return;
            }
            super.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    className,
                    exit.get().substitute(),
                    exit.get().substituteDescriptor(),
                    isInterface);
        }

        @Override
        public void visitInvokeDynamicInsn(
                String name, String descriptor, Handle bootstrap, Object... arguments) {
            Object[] replaced = arguments.clone();
            for (int i = 0; i < replaced.length; i++) {
                if (replaced[i] instanceof Handle reference) {
                    replaced[i] = replaced(reference);
                }
            }
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, replaced);
        }

        /** A reference such as {@code System::exit}. */
        private Handle replaced(Handle reference) {
            return find(reference.getOwner(), reference.getName(), reference.getDesc())
                    .map(
                            exit ->
                                    new Handle(
                                            Opcodes.H_INVOKESTATIC,
                                            className,
                                            exit.substitute(),
                                            exit.substituteDescriptor(),
                                            isInterface))
                    .orElse(reference);
        }
    }
}
