import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;

/**
 * Gives each lambda of a jar's classes a class in the jar. Java makes these classes when each lambda is first reached, and finds out then what it
 * calls; a class of the jar is in the class-data archive with the others, and is ready in a fifth of the time. What a lambda does, and that one
 * without captured values is one object, is as before. Arguments: the jar, and the folders in it.
 */
public final class LambdaClasses {

    private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";
    private static final String INSTANCE = "INSTANCE";

    private final Path root;

    /** The classes made, by the class whose private members they may use. */
    private final Map<String, List<String>> members = new LinkedHashMap<>();

    private LambdaClasses(Path root) {
        this.root = root;
    }

    public static void main(String[] arguments) throws IOException {
        try (FileSystem jar = FileSystems.newFileSystem(Path.of(arguments[0]))) {
            LambdaClasses classes = new LambdaClasses(jar.getPath("/"));
            for (String folder : List.of(arguments).subList(1, arguments.length)) {
                List<Path> files = classesIn(jar.getPath("/" + folder));
                for (Path file : files) {
                    classes.takeOutLambdas(file);
                }
                if (classes.members.isEmpty()) {
                    throw new IllegalArgumentException(folder + " holds no lambda");
                }
            }
            classes.nameMembers();
        }
    }

    private static List<Path> classesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
        }
    }

    /** Writes a class beside the file for each lambda of its class, and has it made where the lambda was. */
    private void takeOutLambdas(Path file) throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        ClassReader old = new ClassReader(Files.readAllBytes(file));
        ClassWriter changed = new ClassWriter(0);
        Lambdas lambdas = new Lambdas(changed);
        old.accept(lambdas, 0);
        if (lambdas.made.isEmpty()) {
            return;
        }
        write(file, changed, time);
        for (Map.Entry<String, ClassWriter> each : lambdas.made.entrySet()) {
            write(root.resolve(each.getKey() + ".class"), each.getValue(), time);
        }
        members.computeIfAbsent(lambdas.host, host -> new ArrayList<>()).addAll(lambdas.made.keySet());
    }

    /** Its time stays, so that builds are equal. */
    private static void write(Path file, ClassWriter written, FileTime time) throws IOException {
        Files.write(file, written.toByteArray());
        Files.setLastModifiedTime(file, time);
    }

    /** A class has to name those that may use its private members. */
    private void nameMembers() throws IOException {
        for (Map.Entry<String, List<String>> each : members.entrySet()) {
            Path file = root.resolve(each.getKey() + ".class");
            FileTime time = Files.getLastModifiedTime(file);
            ClassWriter changed = new ClassWriter(0);
            new ClassReader(Files.readAllBytes(file)).accept(new ClassVisitor(Opcodes.ASM9, changed) {
                @Override
                public void visitEnd() {
                    each.getValue().forEach(this::visitNestMember);
                    super.visitEnd();
                }
            }, 0);
            write(file, changed, time);
        }
    }

    /** Reads a class, and makes the classes of its lambdas. */
    private static final class Lambdas extends ClassVisitor {

        private final Map<String, ClassWriter> made = new LinkedHashMap<>();
        private String name;
        private String host;

        Lambdas(ClassVisitor changed) {
            super(Opcodes.ASM9, changed);
        }

        @Override
        public void visit(
                int version, int access, String className, String signature, String superName, String[] interfaces) {
            name = className;
            host = className;
            super.visit(version, access, className, signature, superName, interfaces);
        }

        @Override
        public void visitNestHost(String nestHost) {
            host = nestHost;
            super.visitNestHost(nestHost);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9, super.visitMethod(access, method, descriptor, signature, exceptions)) {
                @Override
                public void visitInvokeDynamicInsn(
                        String called, String site, Handle bootstrap, Object... arguments) {
                    if (!bootstrap.getOwner().equals(METAFACTORY) || !bootstrap.getName().equals("metafactory")) {
                        super.visitInvokeDynamicInsn(called, site, bootstrap, arguments);
                        return;
                    }
                    String lambda = name + "$Lambda" + (made.size() + 1);
                    Type type = Type.getMethodType(site);
                    made.put(lambda, new Lambda(lambda, host, type).calling(
                            new Method(called, ((Type) arguments[0]).getDescriptor()),
                            (Handle) arguments[1],
                            (Type) arguments[2]));
                    if (type.getArgumentTypes().length == 0) {
                        super.visitFieldInsn(Opcodes.GETSTATIC, lambda, INSTANCE, type.getReturnType().getDescriptor());
                    } else {
                        super.visitMethodInsn(Opcodes.INVOKESTATIC, lambda, "of", site, false);
                    }
                }
            };
        }
    }

    /** The class of one lambda, whose fields are what it captures. */
    private static final class Lambda {

        private final ClassWriter written = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        private final Type type;
        private final Type site;
        private final Type[] captured;

        /** @param site takes what is captured, and returns the interface */
        Lambda(String name, String host, Type site) {
            this.type = Type.getObjectType(name);
            this.site = site;
            this.captured = site.getArgumentTypes();
            written.visit(
                    Opcodes.V17,
                    Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
                    name,
                    null,
                    "java/lang/Object",
                    new String[] {site.getReturnType().getInternalName()});
            written.visitNestHost(host);
        }

        ClassWriter calling(Method declared, Handle target, Type instantiated) {
            Method constructor = new Method("<init>", Type.VOID_TYPE, captured);
            construct(constructor);
            if (captured.length == 0) {
                makeOnce(constructor);
            } else {
                make(constructor);
            }
            call(declared, target, instantiated);
            written.visitEnd();
            return written;
        }

        private GeneratorAdapter method(int access, Method method) {
            MethodVisitor visitor = written.visitMethod(access, method.getName(), method.getDescriptor(), null, null);
            GeneratorAdapter code = new GeneratorAdapter(visitor, access, method.getName(), method.getDescriptor());
            code.visitCode();
            return code;
        }

        private void construct(Method constructor) {
            GeneratorAdapter code = method(Opcodes.ACC_PRIVATE, constructor);
            code.loadThis();
            code.invokeConstructor(Type.getType(Object.class), new Method("<init>", "()V"));
            for (int i = 0; i < captured.length; i++) {
                written.visitField(
                        Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, field(i), captured[i].getDescriptor(), null, null);
                code.loadThis();
                code.loadArg(i);
                code.putField(type, field(i), captured[i]);
            }
            code.returnValue();
            code.endMethod();
        }

        private static String field(int i) {
            return "captured" + i;
        }

        private void makeOnce(Method constructor) {
            written.visitField(
                    Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, INSTANCE, site.getReturnType().getDescriptor(), null, null);
            GeneratorAdapter code = method(Opcodes.ACC_STATIC, new Method("<clinit>", "()V"));
            code.newInstance(type);
            code.dup();
            code.invokeConstructor(type, constructor);
            code.putStatic(type, INSTANCE, site.getReturnType());
            code.returnValue();
            code.endMethod();
        }

        private void make(Method constructor) {
            GeneratorAdapter code = method(Opcodes.ACC_STATIC, new Method("of", site.getDescriptor()));
            code.newInstance(type);
            code.dup();
            code.loadArgs();
            code.invokeConstructor(type, constructor);
            code.returnValue();
            code.endMethod();
        }

        /** The interface's method: calls the target with what is captured and the arguments, which have the instantiated types. */
        private void call(Method declared, Handle target, Type instantiated) {
            GeneratorAdapter code = method(Opcodes.ACC_PUBLIC, declared);
            Type owner = Type.getObjectType(target.getOwner());
            boolean constructs = target.getTag() == Opcodes.H_NEWINVOKESPECIAL;
            if (constructs) {
                code.newInstance(owner);
                code.dup();
            }
            List<Type> wanted = new ArrayList<>(List.of(Type.getArgumentTypes(target.getDesc())));
            if (!constructs && target.getTag() != Opcodes.H_INVOKESTATIC) {
                wanted.add(0, owner);
            }
            for (int i = 0; i < captured.length; i++) {
                code.loadThis();
                code.getField(type, field(i), captured[i]);
                convert(code, captured[i], wanted.get(i));
            }
            Type[] given = declared.getArgumentTypes();
            for (int i = 0; i < given.length; i++) {
                code.loadArg(i);
                Type actual = instantiated.getArgumentTypes()[i];
                convert(code, given[i], actual);
                convert(code, actual, wanted.get(captured.length + i));
            }
            code.visitMethodInsn(opcode(target), target.getOwner(), target.getName(), target.getDesc(), target.isInterface());
            Type result = constructs ? owner : Type.getReturnType(target.getDesc());
            if (declared.getReturnType().equals(Type.VOID_TYPE)) {
                discard(code, result);
            } else {
                convert(code, result, declared.getReturnType());
            }
            code.returnValue();
            code.endMethod();
        }

        /** Private methods of a class whose private members may be used are called as others are. */
        private static int opcode(Handle target) {
            return switch (target.getTag()) {
                case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
                case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
                default -> target.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
            };
        }

        private static void discard(GeneratorAdapter code, Type result) {
            if (result.getSize() == 2) {
                code.pop2();
            } else if (result.getSize() == 1) {
                code.pop();
            }
        }

        private static boolean isPrimitive(Type type) {
            return type.getSort() < Type.ARRAY;
        }

        /** As the language converts arguments: by boxing, unboxing, widening, and casting what erasure hides. */
        private static void convert(GeneratorAdapter code, Type from, Type to) {
            if (from.equals(to)) {
                return;
            }
            if (isPrimitive(from) && isPrimitive(to)) {
                code.cast(from, to);
            } else if (isPrimitive(from)) {
                code.valueOf(from);
            } else if (isPrimitive(to)) {
                code.unbox(to);
            } else {
                code.checkCast(to);
            }
        }
    }
}
