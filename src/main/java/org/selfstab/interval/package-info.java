/**
 * Rigorous interval arithmetic. The promise: the result of every operation contains the exact result for every choice of numbers
 * from the operands; {@code src/site/markdown/certificates.md} states what it rests on.
 */
package org.selfstab.interval;
