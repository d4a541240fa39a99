(* Two variables: the end of the stable set, and the predicted dynamics in the frame of its two axes. *)
From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

(* Derivatives of what is made of functions whose derivatives are assumed. *)
Ltac known_slopes := repeat match goal with
  | A : is_derive ?a ?x ?d |- context [Derive ?f ?x] => rewrite (is_derive_unique f x d A)
  end.
Ltac composed := auto_derive; [ repeat split; eexists; eassumption | known_slopes; field ].

(* The larger root of the characteristic polynomial. *)
Theorem sharpness_is a b c s : (a - s) * (c - s) - b ^ 2 = 0 -> a + c < 2 * s -> sharpness a b c = s.
Proof.
  intros E T. unfold sharpness. replace (((a - c) / 2) ^ 2 + b ^ 2) with ((s - (a + c) / 2) ^ 2) by lra.
  rewrite sqrt_pow2 by lra. field.
Qed.

Lemma second_is a b c : second_eigenvalue a b c = a + c - sharpness a b c.
Proof. unfold second_eigenvalue, sharpness. field. Qed.

(* theory.md (1): the gradient of the sharpness is D3L(u, u), along u = (S - c, b) or (b, S - a). *)
Theorem sharpness_derivative (a b c : R -> R) (x da db dc : R) :
  is_derive a x da -> is_derive b x db -> is_derive c x dc ->
  second_eigenvalue (a x) (b x) (c x) < sharpness (a x) (b x) (c x) ->
  is_derive (fun t => sharpness (a t) (b t) (c t)) x
    (((sharpness (a x) (b x) (c x) - c x) * da + 2 * b x * db + (sharpness (a x) (b x) (c x) - a x) * dc)
     / (sharpness (a x) (b x) (c x) - second_eigenvalue (a x) (b x) (c x))).
Proof.
  intros A B C G. unfold sharpness, second_eigenvalue in *.
  assert (P : 0 < sqrt (((a x - c x) / 2) ^ 2 + b x ^ 2)) by lra.
  assert (Q : 0 < ((a x - c x) / 2) ^ 2 + b x ^ 2).
  { destruct (Rlt_le_dec 0 (((a x - c x) / 2) ^ 2 + b x ^ 2)) as [H | H]; [exact H | ].
    rewrite sqrt_neg_0 in P by exact H. lra. }
  assert (D : is_derive (fun t => ((a t - c t) / 2) ^ 2 + b t ^ 2) x ((a x - c x) * (da - dc) / 2 + 2 * b x * db)).
  { auto_derive; [repeat split; eexists; eassumption | ].
    known_slopes. field. }
  pose proof (is_derive_sqrt _ _ _ D Q) as E.
  assert (M : is_derive (fun t => (a t + c t) / 2) x ((da + dc) / 2)).
  { auto_derive; [repeat split; eexists; eassumption | ].
    known_slopes. field. }
  pose proof (is_derive_plus _ _ _ _ _ M E) as F. unfold plus in F; simpl in F.
  replace (((a x + c x) / 2 + sqrt (((a x - c x) / 2) ^ 2 + b x ^ 2) - c x) * da + 2 * b x * db
     + ((a x + c x) / 2 + sqrt (((a x - c x) / 2) ^ 2 + b x ^ 2) - a x) * dc)
    with (sqrt (((a x - c x) / 2) ^ 2 + b x ^ 2) * (da + dc) + ((a x - c x) * (da - dc) / 2 + 2 * b x * db)) by field.
  replace ((a x + c x) / 2 + sqrt (((a x - c x) / 2) ^ 2 + b x ^ 2) - ((a x + c x) / 2 - sqrt (((a x - c x) / 2) ^ 2 + b x ^ 2)))
    with (2 * sqrt (((a x - c x) / 2) ^ 2 + b x ^ 2)) by ring.
  evar_last; [exact F | ]. simpl. field. simpl in P. lra.
Qed.

(* Multipliers of two constraints, the second one positive. *)
Lemma multipliers c1 c2 g1 g2 e1 e2 : c1 * g2 - c2 * g1 <> 0 -> 0 < (c1 * e2 - c2 * e1) / (c1 * g2 - c2 * g1) ->
  exists mu nu, 0 < nu /\ mu * c1 + nu * g1 = e1 /\ mu * c2 + nu * g2 = e2.
Proof.
  intros D P. exists ((e1 * g2 - e2 * g1) / (c1 * g2 - c2 * g1)), ((c1 * e2 - c2 * e1) / (c1 * g2 - c2 * g1)).
  split; [exact P | ]. split; field; exact D.
Qed.

(* theory.md (11): P w, and the step from where the frame is u to where it is e. *)
Definition off1 (u1 u2 w1 w2 : R) : R := w1 - u1 * (u1 * w1 + u2 * w2).
Definition off2 (u1 u2 w1 w2 : R) : R := w2 - u2 * (u1 * w1 + u2 * w2).
Definition carried1 (eta a b c n1 n2 deltasq u1 u2 e1 e2 v1 v2 : R) : R :=
  let x := u1 * v1 + u2 * v2 in let y := n1 * v1 + n2 * v2 in
  let p1 := off1 u1 u2 v1 v2 in let p2 := off2 u1 u2 v1 v2 in
  let m1 := p1 - eta * (a * p1 + b * p2) + eta * n1 * (deltasq - x ^ 2) / 2 in
  let m2 := p2 - eta * (b * p1 + c * p2) + eta * n2 * (deltasq - x ^ 2) / 2 in
  off1 e1 e2 m1 m2 - e1 * ((1 + eta * y) * x).
Definition carried2 (eta a b c n1 n2 deltasq u1 u2 e1 e2 v1 v2 : R) : R :=
  let x := u1 * v1 + u2 * v2 in let y := n1 * v1 + n2 * v2 in
  let p1 := off1 u1 u2 v1 v2 in let p2 := off2 u1 u2 v1 v2 in
  let m1 := p1 - eta * (a * p1 + b * p2) + eta * n1 * (deltasq - x ^ 2) / 2 in
  let m2 := p2 - eta * (b * p1 + c * p2) + eta * n2 * (deltasq - x ^ 2) / 2 in
  off2 e1 e2 m1 m2 - e2 * ((1 + eta * y) * x).

Section Frame.
Variables (u1 u2 : R).
Hypothesis U : u1 ^ 2 + u2 ^ 2 = 1.

Lemma along_and_across v1 v2 :
  v1 = (u1 * v1 + u2 * v2) * u1 - (u1 * v2 - u2 * v1) * u2 /\ v2 = (u1 * v1 + u2 * v2) * u2 + (u1 * v2 - u2 * v1) * u1.
Proof.
  split.
  - replace ((u1 * v1 + u2 * v2) * u1 - (u1 * v2 - u2 * v1) * u2) with ((u1 ^ 2 + u2 ^ 2) * v1) by ring. rewrite U. ring.
  - replace ((u1 * v1 + u2 * v2) * u2 + (u1 * v2 - u2 * v1) * u1) with ((u1 ^ 2 + u2 ^ 2) * v2) by ring. rewrite U. ring.
Qed.

Lemma off_is w1 w2 : off1 u1 u2 w1 w2 = - (u1 * w2 - u2 * w1) * u2 /\ off2 u1 u2 w1 w2 = (u1 * w2 - u2 * w1) * u1.
Proof. unfold off1, off2. destruct (along_and_across w1 w2). split; lra. Qed.

Variables (a b c s g1 g2 t1 t2 : R).
Hypothesis E1 : a * u1 + b * u2 = s * u1.
Hypothesis E2 : b * u1 + c * u2 = s * u2.
Let k := u1 * t2 - u2 * t1.
Let g := u1 * g2 - u2 * g1.
Hypothesis K : k <> 0.
Let n1 := off1 u1 u2 t1 t2.
Let n2 := off2 u1 u2 t1 t2.

Lemma alpha_is : - (g1 * n1 + g2 * n2) = - (k * g).
Proof. unfold n1, n2. destruct (off_is t1 t2) as [A B]. rewrite A, B. fold k. unfold g. ring. Qed.

Lemma beta_is : n1 ^ 2 + n2 ^ 2 = k ^ 2.
Proof.
  unfold n1, n2. destruct (off_is t1 t2) as [A B]. rewrite A, B. fold k.
  replace ((- k * u2) ^ 2 + (k * u1) ^ 2) with (k ^ 2 * (u1 ^ 2 + u2 ^ 2)) by ring. rewrite U. ring.
Qed.

(* The step along u, and across it. *)
Theorem carried_is eta v1 v2 :
  let dsq := 2 * - (g1 * n1 + g2 * n2) / (n1 ^ 2 + n2 ^ 2) in
  let x := u1 * v1 + u2 * v2 in let z := u1 * v2 - u2 * v1 in
  let w1 := carried1 eta a b c n1 n2 dsq u1 u2 u1 u2 v1 v2 in
  let w2 := carried2 eta a b c n1 n2 dsq u1 u2 u1 u2 v1 v2 in
  u1 * w1 + u2 * w2 = - (1 + eta * k * z) * x
  /\ u1 * w2 - u2 * w1 = (1 - eta * (a + c - s)) * z - eta * (g + k * x ^ 2 / 2).
Proof.
  intros dsq x z w1 w2. unfold w1, w2, carried1, carried2. fold x.
  assert (D : dsq = - 2 * g / k) by (unfold dsq; rewrite alpha_is, beta_is; field; exact K).
  clearbody dsq. subst dsq.
  destruct (off_is v1 v2) as [P1 P2]. rewrite P1, P2. fold z.
  assert (N1 : n1 = - k * u2) by (unfold n1; rewrite (proj1 (off_is t1 t2)); reflexivity).
  assert (N2 : n2 = k * u1) by (unfold n2; rewrite (proj2 (off_is t1 t2)); reflexivity).
  rewrite N1, N2.
  assert (Y : - k * u2 * v1 + k * u1 * v2 = k * z) by (unfold z; ring). rewrite Y.
  set (l := a + c - s).
  assert (H1 : a * (- z * u2) + b * (z * u1) = - l * z * u2).
  { replace (a * (- z * u2) + b * (z * u1)) with (z * ((b * u1 + c * u2) - (a + c) * u2)) by ring. rewrite E2. unfold l. ring. }
  assert (H2 : b * (- z * u2) + c * (z * u1) = l * z * u1).
  { replace (b * (- z * u2) + c * (z * u1)) with (z * ((a + c) * u1 - (a * u1 + b * u2))) by ring. rewrite E1. unfold l. ring. }
  rewrite H1, H2.
  set (m := z - eta * (l * z) - eta * (g + k * x ^ 2 / 2)).
  assert (M1 : - z * u2 - eta * (- l * z * u2) + eta * (- k * u2) * (- 2 * g / k - x ^ 2) / 2 = - m * u2) by (unfold m; field; exact K).
  assert (M2 : z * u1 - eta * (l * z * u1) + eta * (k * u1) * (- 2 * g / k - x ^ 2) / 2 = m * u1) by (unfold m; field; exact K).
  rewrite M1, M2. destruct (off_is (- m * u2) (m * u1)) as [O1 O2]. rewrite O1, O2.
  replace (u1 * (m * u1) - u2 * (- m * u2)) with (m * (u1 ^ 2 + u2 ^ 2)) by ring. rewrite U.
  set (h := (1 + eta * (k * z)) * x).
  split.
  - replace (u1 * (- (m * 1) * u2 - u1 * h) + u2 * (m * 1 * u1 - u2 * h)) with (- h * (u1 ^ 2 + u2 ^ 2)) by ring. rewrite U. unfold h. ring.
  - replace (u1 * (m * 1 * u1 - u2 * h) - u2 * (- (m * 1) * u2 - u1 * h)) with (m * (u1 ^ 2 + u2 ^ 2)) by ring. rewrite U. unfold m, l. ring.
Qed.
End Frame.

(* A top eigenvector that does not vanish, made a unit vector. *)
Lemma unit_vector q1 q2 : 0 < q1 ^ 2 + q2 ^ 2 -> (q1 / sqrt (q1 ^ 2 + q2 ^ 2)) ^ 2 + (q2 / sqrt (q1 ^ 2 + q2 ^ 2)) ^ 2 = 1.
Proof.
  intro P. assert (R : 0 < sqrt (q1 ^ 2 + q2 ^ 2)) by (apply sqrt_lt_R0; exact P).
  assert (Q : sqrt (q1 ^ 2 + q2 ^ 2) ^ 2 = q1 ^ 2 + q2 ^ 2) by (rewrite <- Rsqr_pow2; apply Rsqr_sqrt; lra).
  replace ((q1 / sqrt (q1 ^ 2 + q2 ^ 2)) ^ 2 + (q2 / sqrt (q1 ^ 2 + q2 ^ 2)) ^ 2) with ((q1 ^ 2 + q2 ^ 2) / sqrt (q1 ^ 2 + q2 ^ 2) ^ 2)
    by (field; lra). rewrite Q. field. lra.
Qed.

(* Two functions of two variables: where I - Y F' is at most 1/2 on a box, and F is small at its centre, exactly one zero is in the box, and it is near the centre. *)
Section Zero.
Variables (f1 f2 f11 f12 f21 f22 : R -> R -> R) (y11 y12 y21 y22 m11 m12 m21 m22 c1 c2 r wide : R).
Hypothesis Wide : 0 <= r <= wide.
Hypothesis D : forall v1 v2, Rabs (v1 - c1) <= wide -> Rabs (v2 - c2) <= wide ->
  is_derive (fun v1 => f1 v1 v2) v1 (f11 v1 v2) /\ is_derive (fun v2 => f1 v1 v2) v2 (f12 v1 v2)
  /\ is_derive (fun v1 => f2 v1 v2) v1 (f21 v1 v2) /\ is_derive (fun v2 => f2 v1 v2) v2 (f22 v1 v2).
Hypothesis N : forall v1 v2, Rabs (v1 - c1) <= wide -> Rabs (v2 - c2) <= wide ->
  Rabs (1 - (y11 * f11 v1 v2 + y12 * f21 v1 v2)) <= m11 /\ Rabs (y11 * f12 v1 v2 + y12 * f22 v1 v2) <= m12
  /\ Rabs (y21 * f11 v1 v2 + y22 * f21 v1 v2) <= m21 /\ Rabs (1 - (y21 * f12 v1 v2 + y22 * f22 v1 v2)) <= m22.
Hypothesis Rows : m11 + m12 <= 1 / 2 /\ m21 + m22 <= 1 / 2.
Hypothesis Small : Rabs (y11 * f1 c1 c2 + y12 * f2 c1 c2) <= 1 / 2 * r /\ Rabs (y21 * f1 c1 c2 + y22 * f2 c1 c2) <= 1 / 2 * r.
Hypothesis Y : y11 * y22 - y12 * y21 <> 0.

Let pair (a b : R) (i : nat) : R := match i with O => a | _ => b end.
Let F (x : nat -> R) (i : nat) : R := match i with O => f1 (x 0%nat) (x 1%nat) | _ => f2 (x 0%nat) (x 1%nat) end.

Lemma zero_within q : 0 <= q <= wide -> r <= q ->
  exists x, within 2 x (pair c1 c2) q /\ (forall i, (i < 2)%nat -> F x i = 0)
    /\ forall y, within 2 y (pair c1 c2) q -> (forall i, (i < 2)%nat -> F y i = 0) -> forall i, (i < 2)%nat -> y i = x i.
Proof.
  intros Q RQ.
  assert (In : forall x, within 2 x (pair c1 c2) q -> Rabs (x 0%nat - c1) <= wide /\ Rabs (x 1%nat - c2) <= wide).
  { intros x X. pose proof (X 0%nat ltac:(lia)) as A. pose proof (X 1%nat ltac:(lia)) as B. simpl in A, B. split; lra. }
  apply (exactly_one_zero_by_norm 2 F
    (fun k j x => match k, j with O, O => f11 (x 0%nat) (x 1%nat) | O, _ => f12 (x 0%nat) (x 1%nat)
                  | _, O => f21 (x 0%nat) (x 1%nat) | _, _ => f22 (x 0%nat) (x 1%nat) end)
    (fun i j => match i, j with O, O => y11 | O, _ => y12 | _, O => y21 | _, _ => y22 end)
    (fun i j => match i, j with O, O => m11 | O, _ => m12 | _, O => m21 | _, _ => m22 end) (pair c1 c2) q (1 / 2)).
  - lra.
  - lra.
  - intros x y E [ | i] I; unfold F; rewrite (E 0%nat), (E 1%nat) by lia; reflexivity.
  - intros x i j X I J. destruct (In x X) as [A B]. destruct (D _ _ A B) as [D1 [D2 [D3 D4]]].
    destruct i as [ | [ | i]]; [ | | exfalso; lia]; (destruct j as [ | [ | j]]; [ | | exfalso; lia]);
      [exact D1 | exact D2 | exact D3 | exact D4].
  - intros x i j X I J. destruct (In x X) as [A B]. destruct (N _ _ A B) as [N1 [N2 [N3 N4]]].
    destruct i as [ | [ | i]]; [ | | exfalso; lia]; (destruct j as [ | [ | j]]; [ | | exfalso; lia]);
      unfold kronecker; simpl; rewrite ?Rplus_0_r, ?Rminus_0_l, ?Rabs_Ropp; [exact N1 | exact N2 | exact N3 | exact N4].
  - intros [ | [ | i]] I; simpl; lra.
  - intros [ | [ | i]] I; [ | | exfalso; lia]; simpl; rewrite ?Rplus_0_r; destruct Small; lra.
  - intros v V i I. pose proof (V 0%nat ltac:(lia)) as A. pose proof (V 1%nat ltac:(lia)) as B. simpl in A, B.
    assert (A' : (y11 * y22 - y12 * y21) * v 0%nat = 0) by (replace ((y11 * y22 - y12 * y21) * v 0%nat)
      with (y22 * (y11 * v 0%nat + (y12 * v 1%nat + 0)) - y12 * (y21 * v 0%nat + (y22 * v 1%nat + 0))) by ring; rewrite A, B; ring).
    assert (B' : (y11 * y22 - y12 * y21) * v 1%nat = 0) by (replace ((y11 * y22 - y12 * y21) * v 1%nat)
      with (y11 * (y21 * v 0%nat + (y22 * v 1%nat + 0)) - y21 * (y11 * v 0%nat + (y12 * v 1%nat + 0))) by ring; rewrite A, B; ring).
    destruct i as [ | [ | i]]; [ | | exfalso; lia].
    + destruct (Rmult_integral _ _ A'); [contradiction | assumption].
    + destruct (Rmult_integral _ _ B'); [contradiction | assumption].
Qed.

Theorem one_planar_zero : exists q1 q2, Rabs (q1 - c1) <= r /\ Rabs (q2 - c2) <= r /\ f1 q1 q2 = 0 /\ f2 q1 q2 = 0
  /\ forall e1 e2, Rabs (e1 - c1) <= wide -> Rabs (e2 - c2) <= wide -> f1 e1 e2 = 0 -> f2 e1 e2 = 0 -> e1 = q1 /\ e2 = q2.
Proof.
  destruct (zero_within r ltac:(lra) ltac:(lra)) as [x [X [E _]]].
  destruct (zero_within wide ltac:(lra) ltac:(lra)) as [w [_ [_ U]]].
  assert (X' : within 2 x (pair c1 c2) wide) by (intros i I; specialize (X i I); lra).
  exists (x 0%nat), (x 1%nat).
  split; [exact (X 0%nat ltac:(lia)) | split; [exact (X 1%nat ltac:(lia)) | split; [exact (E 0%nat ltac:(lia)) | split; [exact (E 1%nat ltac:(lia)) | ]]]].
  intros e1 e2 E1 E2 Z1 Z2.
  assert (W : within 2 (pair e1 e2) (pair c1 c2) wide) by (intros [ | [ | i]] I; [exact E1 | exact E2 | exfalso; lia]).
  assert (Z : forall i, (i < 2)%nat -> F (pair e1 e2) i = 0) by (intros [ | [ | i]] I; [exact Z1 | exact Z2 | exfalso; lia]).
  split.
  - rewrite (U x X' E 0%nat) by lia. exact (U (pair e1 e2) W Z 0%nat ltac:(lia)).
  - rewrite (U x X' E 1%nat) by lia. exact (U (pair e1 e2) W Z 1%nat ltac:(lia)).
Qed.
End Zero.
