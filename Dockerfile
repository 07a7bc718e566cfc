# One image for web and worker; ROLE says which.
FROM node:20-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY packages/api/package.json packages/api/
COPY packages/dashboard/package.json packages/dashboard/
COPY packages/embedded-mongo/package.json packages/embedded-mongo/
COPY packages/sdk/package.json packages/sdk/
COPY packages/widget/package.json packages/widget/
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:20-slim
ENV NODE_ENV=production HOST=0.0.0.0
WORKDIR /app
COPY --from=build /app/package.json /app/openapi.yaml ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/packages/api/package.json packages/api/
COPY --from=build /app/packages/api/dist packages/api/dist
COPY --from=build /app/packages/dashboard/dist packages/dashboard/dist
COPY --from=build /app/packages/widget/dist packages/widget/dist
USER node
EXPOSE 3000
CMD ["node", "--enable-source-maps", "packages/api/dist/server.js"]
