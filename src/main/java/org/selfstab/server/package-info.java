/**
 * A process that stays and runs the commands of others, one at a time. It and its clients, the launcher's shell scripts, meet in the folder
 * {@code .selfstab-server} of the folder in which both work, which only its owner can enter:
 *
 * <ul>
 *   <li>{@code lock}: locked by the server as long as it lives.
 *   <li>{@code program}: the jar that the server runs.
 *   <li>{@code requests}: a named pipe, in which a client writes {@code run} or {@code interrupt}, and who ends the server {@code stop}, one on each line;
 *       anything else asks for nothing. Made when the server is ready.
 *   <li>{@code client}: a folder that a client makes, and that thereby holds the server until it removes it, when all output of its command has gone
 *       its way. In it are the named pipes {@code out} and {@code err}, and {@code arguments}: the client's process, {@code terminal} or {@code plain}
 *       for where its output goes, and the arguments, each ended by a zero byte; {@code taken} when the server has read them.
 *   <li>{@code answers}: a named pipe, in which the server writes the client's process and either {@code begun} and at the end the exit status, or {@code refused}, when
 *       the command is to be a process of its own.
 * </ul>
 *
 * <p>A named pipe that is opened for reading or for writing alone waits for somebody at its other end, who may have been killed. So each side opens it
 * for both first. The server keeps {@code answers} open for writing: whoever reads it is not kept waiting by a server that is no more.
 */
package org.selfstab.server;
